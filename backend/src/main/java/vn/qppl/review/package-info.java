/**
 * Review: which documents must be looked at again because what they rest on changed, what was concluded, and the effect that settled it.
 *
 * <p>Legal basis: Nghị định 79/2025 Điều 35 (who reviews), 37–39 (what is a ground of review, and for which documents), 38 (forms of
 * handling), 41–43; before 1 April 2025 Nghị định 34/2016 Điều 142–154. A review ends by its conclusion where the document is kept as it is,
 * and by an effect on the document in all other cases.
 */
@ApplicationModule(
        allowedDependencies = {
            "effect",
            "document",
            "attachment",
            "work",
            "procedure",
            "queue",
            "sheet",
            "structure",
            "reading",
            "text",
            "web",
            "people",
            "audit"
        })
@NullMarked
package vn.qppl.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
