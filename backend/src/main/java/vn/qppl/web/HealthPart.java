package vn.qppl.web;

/** What a module tells the administrator about its own health, as one member of the answer of {@code /api/system/health}. */
public interface HealthPart {
    /** Name of the member: {@code queue}. */
    String name();

    /** A record or list to be written as JSON; cheap, never throws for a thing that is merely down. */
    Object state();

    /** False: the whole is reported as {@code DEGRADED}. */
    default boolean isWell() {
        return true;
    }
}
