/**
 * Makes the sample pack: plain-text sources under {@code backend/samples/sources} become the files a province's
 * office would hold (Word, OpenDocument, RTF, PDF, a scan, two files in TCVN3 fonts), with the layout of Decree
 * 34/2016/NĐ-CP articles 55 to 81. Run by hand when a source changes; the files are committed.
 */
@NullMarked
package vn.qppl.samples;

import org.jspecify.annotations.NullMarked;
