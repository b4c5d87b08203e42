/** The workspace's lists and document page: reads, and the acts a person may take on a document from there. */
@ApplicationModule(
        allowedDependencies = {
            "document",
            "effect",
            "search",
            "attachment",
            "intake",
            "index",
            "structure",
            "reading",
            "text",
            "web",
            "people",
            "audit"
        })
@NullMarked
package vn.qppl.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
