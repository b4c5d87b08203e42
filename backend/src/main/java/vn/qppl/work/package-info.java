/**
 * What is to be done, by whom, until when: one table of tasks for all casework. My desk, my unit, load, handing over.
 *
 * <p>Other modules open and end tasks as their cases move ({@link vn.qppl.work.Tasks}); nobody ends a task by hand, the step it belongs to
 * does.
 */
@ApplicationModule(allowedDependencies = {"procedure", "web", "people", "audit"})
@NullMarked
package vn.qppl.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
