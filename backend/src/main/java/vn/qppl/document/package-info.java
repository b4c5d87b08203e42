/**
 * The register: legal documents, their numbers and issuing bodies, relations that change nothing in force.
 *
 * <p>Identity is (issuing body at the time, type, number, year): Luật 80/2015 Điều 10, Nghị định 34/2016 Điều 58; Luật 64/2025 Điều 7.
 */
@ApplicationModule(allowedDependencies = {"structure", "text", "reading", "web", "people", "audit"})
@NullMarked
package vn.qppl.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
