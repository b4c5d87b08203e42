/** Organisations in time, people, roles, signing in. */
@ApplicationModule(allowedDependencies = {"web", "audit", "text", "database"})
@NullMarked
package vn.qppl.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
