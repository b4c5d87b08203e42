/** The client of {@code ./qppl}: commands that ask the running application of a data folder. Uses no Spring, so that it starts at once. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.qppl.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
