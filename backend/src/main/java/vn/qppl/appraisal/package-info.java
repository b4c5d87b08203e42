/**
 * Appraisal (thẩm định): the justice body's desk, from the receipt of a dossier to the report, and after signature what became of its
 * remarks.
 *
 * <p>Legal basis: Luật 80/2015 Điều 115, 121, 130, 139 with Nghị định 34/2016 Điều 47–54; Luật 64/2025 with Nghị định 78/2025. What must be
 * concluded on and which conclusions there are is the procedure's data.
 */
@ApplicationModule(
        allowedDependencies = {
            "drafting",
            "work",
            "procedure",
            "queue",
            "legality",
            "scrutiny",
            "reading",
            "attachment",
            "structure",
            "text",
            "web",
            "people",
            "audit"
        })
@NullMarked
package vn.qppl.appraisal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
