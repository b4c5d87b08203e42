/**
 * Machine findings on a text, drafted or issued: what the law on the promulgation of legal documents says against its bases, its day of
 * effect, its issuer, number, layout, terms, references and numbering, and which passages seem to create procedures, penalties or fees.
 * Pure functions of the reading, the facts of the act and what the register holds; each finding quotes its evidence and names its article.
 *
 * <p>Legal basis: Luật 80/2015/QH13 and Nghị định 34/2016/NĐ-CP; Luật 64/2025/QH15 as amended by 87/2025/QH15 and Nghị định 78/2025/NĐ-CP.
 */
@NullMarked
package vn.qppl.scrutiny;

import org.jspecify.annotations.NullMarked;
