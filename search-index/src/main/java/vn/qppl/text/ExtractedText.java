package vn.qppl.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of one file. All spans are in UTF-16 units of {@link #text}, which is NFC; for a plain-text file it is the
 * file itself after NFC and nothing else, so that offsets hold.
 *
 * <p>Lines of {@link #text} are paragraphs. The cells of a data table are parted by a tab, its rows by a line feed; a table
 * that only lays out a page (letterhead, signatures) is read cell by cell as paragraphs.
 *
 * @param mediaType detected from content, not from the file's name
 * @param encoding how the characters were coded before; {@link TextEncoding#UNICODE} for a Unicode file
 * @param pages one span a page where the format has pages, else empty
 * @param tables data tables, as written into the text
 * @param conversions what was converted from a legacy encoding, with what stood there
 * @param doubtfulWords words of a scanned page that the recogniser was unsure of
 * @param notices what a reader should know of the file; empty for nearly all
 * @param scannedPages zero-based numbers of pages without a text layer, read by OCR or (text empty there) not readable yet
 */
public record ExtractedText(
        String text,
        String mediaType,
        TextEncoding encoding,
        List<Span> pages,
        List<Span> tables,
        List<Conversion> conversions,
        List<DoubtfulWord> doubtfulWords,
        List<Integer> scannedPages,
        @Nullable List<ExtractionNotice> notices) {

    /** A text kept before notices were known has none. */
    public ExtractedText {
        notices = notices == null ? List.of() : List.copyOf(notices);
    }

    @Override
    public List<ExtractionNotice> notices() {
        return notices == null ? List.of() : notices;
    }

    /** A run converted from a legacy encoding: where it stands now, and what stood there. */
    public record Conversion(Span span, TextEncoding from, String original) {}

    /** A recognised word with its confidence, 0 to 1. */
    public record DoubtfulWord(Span span, double confidence) {}

    ExtractedText withScannedPages(List<Integer> scanned) {
        return new ExtractedText(
                text, mediaType, encoding, pages, tables, conversions, doubtfulWords, List.copyOf(scanned), notices);
    }

    ExtractedText with(ExtractionNotice notice) {
        return new ExtractedText(
                text, mediaType, encoding, pages, tables, conversions, doubtfulWords, scannedPages, List.of(notice));
    }

    /** A text that needed no extraction, as in tests and for plain-text files. */
    public static ExtractedText ofPlainText(String nfc) {
        return new ExtractedText(
                nfc, "text/plain", TextEncoding.UNICODE, List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }
}
