/**
 * Machine findings on a text, with the officer's decision on record: one set of rules, run on drafts by the modules that hold them and on
 * issued documents of the register.
 *
 * <p>Legal basis: Luật 80/2015 and Nghị định 34/2016 Điều 103, 130; Luật 64/2025 and Nghị định 79/2025 Điều 4–6 (what is inspected and what
 * counts as unlawful or defective).
 */
@ApplicationModule(
        allowedDependencies = {
            "scrutiny",
            "effect",
            "document",
            "attachment",
            "search",
            "index",
            "structure",
            "reading",
            "text",
            "web",
            "people",
            "audit"
        })
@NullMarked
package vn.qppl.legality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
