package vn.qppl.queue;

import java.time.Duration;

/** Work at regular times, on one node at a time. */
public interface RepeatedTask {
    String name();

    Duration every();

    void run() throws Exception;
}
