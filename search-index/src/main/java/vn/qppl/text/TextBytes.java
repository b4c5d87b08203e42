package vn.qppl.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes of a plain text: is it text, and in which Unicode coding. */
final class TextBytes {
    private TextBytes() {}

    /** Text has next to no control characters; UTF-16 has its zeros on one side. */
    static boolean looksLikeText(byte[] head) {
        if (head.length == 0) return false;
        if (utf16(head) != null) return true;
        int controls = 0;
        int zeros = 0;
        for (byte b : head) {
            int c = b & 0xFF;
            if (c == 0) zeros++;
            else if (c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f') controls++;
        }
        // VISCII and VPS use a few control codes as letters
        return zeros == 0 && controls * 20 <= head.length;
    }

    /** The UTF-16 order of these bytes, by mark or by where the zeros are; null where it is not UTF-16. */
    static @Nullable Charset utf16(byte[] bytes) {
        if (bytes.length >= 2) {
            int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
            if (mark == 0xFEFF) return StandardCharsets.UTF_16BE;
            if (mark == 0xFFFE) return StandardCharsets.UTF_16LE;
        }
        int length = Math.min(bytes.length, 4096) & ~1;
        if (length < 8) return null;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            if (bytes[i] == 0) even++;
            if (bytes[i + 1] == 0) odd++;
        }
        if (odd * 5 > length && even * 50 < length) return StandardCharsets.UTF_16LE;
        if (even * 5 > length && odd * 50 < length) return StandardCharsets.UTF_16BE;
        return null;
    }

    /** The text in UTF-8 or UTF-16, without mark; null where the bytes are neither. */
    static @Nullable String unicode(byte[] bytes) {
        var utf16 = utf16(bytes);
        if (utf16 != null) return withoutMark(strict(bytes, utf16));
        return withoutMark(strict(bytes, StandardCharsets.UTF_8));
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static @Nullable String withoutMark(@Nullable String text) {
        return text != null && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
