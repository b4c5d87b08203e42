package vn.qppl.reading;

import java.util.ArrayList;
import java.util.List;
import vn.qppl.structure.LegalText;

/** Completes an instruction that ended with a colon by a unit below it: with targets, with words, or with the new text. */
final class PendingInstruction {
    /** Targets stand at the very beginning of a list's entry. */
    private static final int NEAR = 14;

    private PendingInstruction() {}

    static List<Instruction> complete(
            Instruction pending,
            FlatText flat,
            List<Token> tokens,
            InstructionContext context,
            int index,
            LegalText text) {
        if (tokens.isEmpty()) return List.of();
        boolean onlyQuotes = tokens.stream().allMatch(t -> t instanceof Token.Quote || t instanceof Token.Mark);
        if (onlyQuotes && !pending.phrase()) return texts(pending, flat, index, text);
        if (!pending.open()) return List.of();
        var first = tokens.getFirst();
        if (first.start() > NEAR
                || first instanceof Token.Mark m && m.kind() != Token.MarkKind.PHRASE && m.kind() != Token.MarkKind.AT)
            return List.of();
        boolean quoted = tokens.stream().anyMatch(Token.Quote.class::isInstance);
        boolean replaced = tokens.stream().anyMatch(t -> t instanceof Token.Mark m && m.kind() == Token.MarkKind.BY);
        boolean lists = switch (pending.kind()) {
            case REPEAL, EXPIRE, REPLACE, SUBSTITUTE, SUSPEND, RESUME, EXTEND -> true;
            case AMEND, SUPPLEMENT, RENUMBER, CORRECT -> quoted || replaced || pending.phrase();
            case COMMENCE -> false;
        };
        if (!lists) return List.of();
        var with = new ArrayList<Token>();
        with.add(new Token.Verb(pending.kind(), false, false, 0, 0));
        with.addAll(tokens);
        var above = new InstructionContext(context.document(), context.above(), null);
        var out = new ArrayList<Instruction>();
        for (var read : InstructionReader.read(flat, with, above)) {
            if (read.targets().isEmpty() && !read.phrase()) continue;
            boolean inherits = pending.phrase() && read.oldWords().isEmpty() && read.newWords() == null;
            out.add(new Instruction(
                    read.kind(),
                    read.targets(),
                    read.phrase() || inherits,
                    inherits ? pending.oldWords() : read.oldWords(),
                    inherits ? pending.newWords() : read.newWords(),
                    read.newTexts(),
                    read.position() == null && inherits ? pending.position() : read.position(),
                    read.anchor() == null && inherits ? pending.anchor() : read.anchor(),
                    read.evidence(),
                    read.from(),
                    read.to(),
                    read.open(),
                    read.partly(),
                    read.confidence(),
                    read.reason()));
        }
        return out;
    }

    /** "a) “Điều 5. …”;" under "Sửa đổi tên Điều 5, Điều 6 … như sau:". */
    private static List<Instruction> texts(Instruction pending, FlatText flat, int index, LegalText text) {
        var out = new ArrayList<Instruction>();
        for (var quote : flat.quotes()) {
            var target = NewTexts.targetOf(pending.targets(), quote, text);
            if (target == null && index < pending.targets().size())
                target = pending.targets().get(index);
            if (target == null) continue;
            out.add(new Instruction(
                    pending.kind(),
                    List.of(target),
                    false,
                    List.of(),
                    null,
                    List.of(quote),
                    pending.position(),
                    null,
                    EffectReader.span(flat),
                    0,
                    flat.length(),
                    false,
                    false,
                    pending.confidence(),
                    pending.reason()));
        }
        return out;
    }
}
