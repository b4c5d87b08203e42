/**
 * Keeps the two Lucene indexes, of staff and of the public, in step with the register, and asks them. The database is the truth: an
 * index is a copy that can always be rebuilt. The public index holds what is published and nothing else.
 */
@ApplicationModule(
        allowedDependencies = {
            "wording",
            "queue",
            "consolidation",
            "effect",
            "document",
            "attachment",
            "index",
            "structure",
            "reading",
            "text",
            "web",
            "people",
            "audit"
        })
@NullMarked
package vn.qppl.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
