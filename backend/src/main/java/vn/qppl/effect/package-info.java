/**
 * Effects and validity in time: what is in force, since when, and why.
 *
 * <p>Legal basis: Luật 80/2015 Điều 151–156; Luật 64/2025 (as amended by 87/2025) Điều 53–58.
 */
@ApplicationModule(
        allowedDependencies = {"document", "attachment", "structure", "text", "reading", "web", "people", "audit"})
@NullMarked
package vn.qppl.effect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
