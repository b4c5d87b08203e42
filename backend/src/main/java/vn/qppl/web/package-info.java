/** Problem details, security, paging, the clock: no domain. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.qppl.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
