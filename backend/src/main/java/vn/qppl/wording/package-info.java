/**
 * Text as of a date: a document's base text with the changes on record, as it read, reads and will read; compared, exported, and
 * finished by hand where an instruction cannot be applied.
 *
 * <p>Legal basis of consolidated texts: Pháp lệnh 01/2012/UBTVQH13; Luật 64/2025 Điều 58. What the system puts together is unofficial and says
 * so.
 */
@ApplicationModule(
        allowedDependencies = {
            "effect",
            "document",
            "attachment",
            "queue",
            "consolidation",
            "structure",
            "reading",
            "text",
            "web",
            "people",
            "audit"
        })
@NullMarked
package vn.qppl.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
