package vn.qppl.queue;

/** Work on one thing by its id. A bean of this type is known to the queue by its name. May run twice: it must not matter. */
public interface QueuedTask {
    /** Kebab-case, never changed: rows in the queue carry it. */
    String name();

    /** @throws Exception to be tried again later */
    void run(String id) throws Exception;
}
