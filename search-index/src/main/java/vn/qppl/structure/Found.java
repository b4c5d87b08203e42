package vn.qppl.structure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units, components and quotations in the order of the text, not yet nested. */
final class Found {
    /** @param rest where the words behind the number begin */
    record Mark(UnitLevel level, String number, int start, int rest, int lineEnd) {}

    /** What follows one heading of a component up to the next. */
    static final class Part {
        final LegalText.ComponentKind kind;
        final @Nullable String number;
        final @Nullable String title;
        final int start;
        final List<Mark> marks = new ArrayList<>();
        /** Where the signature or the recipients begin; -1 where there are none. */
        int conclusions = -1;

        Part(LegalText.ComponentKind kind, @Nullable String number, @Nullable String title, int start) {
            this.kind = kind;
            this.number = number;
            this.title = title;
            this.start = start;
        }
    }

    final List<Part> parts = new ArrayList<>();
    final List<QuoteTracker.Block> quotations = new ArrayList<>();

    boolean hasArticles() {
        for (var part : parts) for (var mark : part.marks) if (mark.level() == UnitLevel.ARTICLE) return true;
        return false;
    }
}
