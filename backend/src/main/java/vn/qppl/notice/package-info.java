/**
 * Telling people what is due: a calendar of one's own due days, at an address that only its owner knows and can take back.
 *
 * <p>No module calls this one.
 */
@ApplicationModule(allowedDependencies = {"work", "web", "people", "audit"})
@NullMarked
package vn.qppl.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
