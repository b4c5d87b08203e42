/**
 * The law's procedures as data: which steps a document of a form goes through, who is responsible, with which papers, within which limits,
 * by which article; the calendar of working days; and the counting of deadlines.
 *
 * <p>Legal basis: Luật 80/2015 (as amended by 63/2020) with Nghị định 34/2016; Luật 64/2025 (as amended by 87/2025); counting by Bộ luật Dân sự
 * 2015 Điều 144–148; days off by Bộ luật Lao động 2019 Điều 111–112. Procedures and days off are data that an administrator corrects; what the
 * reference could not read in the law's own words is marked and shown as a warning, never enforced.
 */
@ApplicationModule(allowedDependencies = {"web", "people", "audit"})
@NullMarked
package vn.qppl.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
