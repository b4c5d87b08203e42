package vn.qppl.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document an instruction acts, as lawyers write it: {@code điểm đ khoản 2 Điều 3}.
 *
 * @param steps from the innermost to the outermost; never empty
 * @param heading true where only the title of the provision is meant: {@code tên Điều 5}
 */
public record TargetAddress(List<Step> steps, boolean heading) {

    /** Kinds of places, from the narrowest to the widest. Order is rank. */
    public enum Level {
        PASSAGE("đoạn"),
        /** In a provision or, mostly, in an annex. */
        TABLE("Bảng"),
        POINT("điểm"),
        CLAUSE("khoản"),
        ARTICLE("Điều"),
        SUBSECTION("Tiểu mục"),
        SECTION("Mục"),
        CHAPTER("Chương"),
        PART("Phần"),
        FORM("Mẫu số"),
        ANNEX("Phụ lục"),
        /** Quy định, Quy chế … ban hành kèm theo; its number is its own name. */
        ATTACHED("");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** Whether it is a piece of a provision, which no number of the structure names. */
        public boolean piece() {
            return this == PASSAGE || this == TABLE;
        }

        boolean above(Level other) {
            return ordinal() > other.ordinal();
        }
    }

    /** @param number as written, points and letter suffixes in lower case; empty for an annex without number */
    public record Step(Level level, String number) {
        String print() {
            return level == Level.ATTACHED ? number + " ban hành kèm theo" : (level.word() + " " + number).strip();
        }
    }

    public TargetAddress {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) throw new IllegalArgumentException("an address names at least one provision");
    }

    /** Reads one address; empty where the text names no provision. */
    public static Optional<TargetAddress> parse(String text) {
        var steps = new ArrayList<Step>();
        var flat = FlatText.of(text, 0, text.length(), List.of());
        for (var token : InstructionLexer.read(flat, TitleCatalogue.none())) {
            if (!(token instanceof Token.Provisions p)) continue;
            if (!steps.isEmpty() && !p.level().above(steps.getLast().level())) break;
            steps.add(new Step(p.level(), p.numbers().getFirst()));
        }
        if (steps.isEmpty()) return Optional.empty();
        return Optional.of(
                new TargetAddress(steps, text.strip().toLowerCase(Locale.ROOT).startsWith("tên ")));
    }

    public String print() {
        var out = new StringBuilder(heading ? "tên " : "");
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) out.append(' ');
            out.append(steps.get(i).print());
        }
        return out.toString();
    }

    public Step innermost() {
        return steps.getFirst();
    }

    public @Nullable String number(Level level) {
        for (var step : steps) if (step.level() == level) return step.number();
        return null;
    }

    /** The part of the address outside {@code level}; empty where nothing is. */
    List<Step> above(Level level) {
        return steps.stream().filter(s -> s.level().above(level)).toList();
    }
}
