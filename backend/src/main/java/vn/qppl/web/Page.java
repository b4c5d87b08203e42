package vn.qppl.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list that may be long.
 *
 * @param next opaque; passed back as {@code after} for what follows; null at the end
 * @param total null where counting would cost
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Long total) {
    public static final int MOST = 100;

    public static int size(@Nullable Integer asked, int usual) {
        return asked == null ? usual : Math.clamp(asked, 1, MOST);
    }

    /** From one row more than asked for, which only tells that more follow. */
    public static <T> Page<T> of(List<T> oneMore, int size, java.util.function.Function<T, String> key) {
        if (oneMore.size() <= size) return new Page<>(List.copyOf(oneMore), null, null);
        var items = List.copyOf(oneMore.subList(0, size));
        return new Page<>(items, key.apply(items.getLast()), null);
    }
}
