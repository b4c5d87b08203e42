package vn.qppl.text;

import java.util.List;

/** Puts a text together from what a reader finds. */
final class Assembly {
    private Assembly() {}

    static ExtractedText ofPlainText(String mediaType, String text) {
        return new ExtractedText(
                VietnameseText.nfc(text),
                mediaType,
                TextEncoding.UNICODE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static ExtractedText ofLines(String mediaType, String text) {
        return ofPlainText(mediaType, text);
    }
}
