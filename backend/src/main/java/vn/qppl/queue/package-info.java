/**
 * Work after commit: persistent, retried with growing delay, safe with several nodes. A module enqueues the id of what changed in its
 * own transaction; the task reads it again by that id when it runs.
 */
@ApplicationModule(allowedDependencies = {"web", "database"})
@NullMarked
package vn.qppl.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
