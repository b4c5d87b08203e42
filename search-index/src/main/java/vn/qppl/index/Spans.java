package vn.qppl.index;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A document's statuses in time, packed into one value on its head: {@code from:to:code} parted by semicolons. */
final class Spans {
    private Spans() {}

    static BinaryDocValuesField field(List<ValiditySpan> validity) {
        var packed = new StringBuilder();
        for (var span : validity) {
            packed.append(Schema.day(span.from(), Long.MIN_VALUE))
                    .append(':')
                    .append(Schema.day(span.to(), Long.MAX_VALUE))
                    .append(':')
                    .append(span.status())
                    .append(';');
        }
        return new BinaryDocValuesField(Schema.SPANS, new BytesRef(packed));
    }

    /** The status on a day; null where none is known. */
    static @Nullable String on(long day, BytesRef packed) {
        int i = packed.offset;
        int end = packed.offset + packed.length;
        while (i < end) {
            int colon = next(packed, i, ':');
            int second = next(packed, colon + 1, ':');
            int close = next(packed, second + 1, ';');
            if (number(packed, i, colon) <= day && day < number(packed, colon + 1, second)) {
                return new String(packed.bytes, second + 1, close - second - 1, StandardCharsets.UTF_8);
            }
            i = close + 1;
        }
        return null;
    }

    private static int next(BytesRef packed, int from, char sign) {
        int i = from;
        while (packed.bytes[i] != sign) i++;
        return i;
    }

    private static long number(BytesRef packed, int from, int to) {
        boolean negative = packed.bytes[from] == '-';
        long value = 0;
        for (int i = negative ? from + 1 : from; i < to; i++) value = value * 10 - (packed.bytes[i] - '0');
        return negative ? value : value == Long.MIN_VALUE ? Long.MAX_VALUE : -value;
    }
}
