/** Files: storage by content hash, what was read from them, and which document they belong to. Originals are never changed. */
@ApplicationModule(allowedDependencies = {"text", "structure", "reading", "web", "people", "audit"})
@NullMarked
package vn.qppl.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
