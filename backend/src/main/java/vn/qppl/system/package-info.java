/** The administrator's view of the running system: health, queues, backup and restore. */
@ApplicationModule(allowedDependencies = {"web", "database", "audit", "people", "queue"})
@NullMarked
package vn.qppl.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
