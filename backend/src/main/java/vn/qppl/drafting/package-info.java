/**
 * Dossiers: a draft's way from proposal to publication, step by step as the procedure of its form and level says, each step with its
 * holder, its papers, its dates and its outcome.
 *
 * <p>Legal basis: Luật 80/2015 chương VIII–X with Nghị định 34/2016; Luật 64/2025 as amended by 87/2025 with Nghị định 78/2025. Which steps,
 * papers and limits there are is the procedure's data; nothing of it is written here. A signed text goes to intake like any other file: there is
 * one way into the register.
 */
@ApplicationModule(
        allowedDependencies = {
            "procedure",
            "work",
            "intake",
            "attachment",
            "queue",
            "consolidation",
            "structure",
            "text",
            "web",
            "people",
            "audit"
        })
@NullMarked
package vn.qppl.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
