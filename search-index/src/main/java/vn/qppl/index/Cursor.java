package vn.qppl.index;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the place of its last document in the answer's order, and the state of the index it was read from, so
 * that pages fit together while documents change.
 *
 * @param snapshot of the index; where it is gone, the page is read from the present one
 * @param widened whether the page before was of the widened question
 */
record Cursor(long snapshot, boolean widened, float score, long issued, long id, String number) {

    static Cursor after(long snapshot, boolean widened, Groups.Group last) {
        return new Cursor(snapshot, widened, last.score(), last.issued(), last.id(), last.number());
    }

    String written() {
        var plain = snapshot + "|" + (widened ? 1 : 0) + "|" + Float.floatToIntBits(score) + "|" + issued + "|" + id
                + "|" + number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Null where it is none of ours. */
    static @Nullable Cursor read(@Nullable String written) {
        if (written == null || written.length() > 1_000) return null;
        try {
            var parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split("\\|", 6);
            if (parts.length != 6) return null;
            float score = Float.intBitsToFloat(Integer.parseInt(parts[2]));
            if (Float.isNaN(score)) return null;
            return new Cursor(
                    Long.parseLong(parts[0]),
                    parts[1].equals("1"),
                    score,
                    Long.parseLong(parts[3]),
                    Long.parseLong(parts[4]),
                    parts[5]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
