/** Append-only history of every change: who, when, what stood there before; chained with hashes. */
@ApplicationModule(allowedDependencies = {"web", "queue"})
@NullMarked
package vn.qppl.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
