package vn.qppl.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.Instruction.Target;
import vn.qppl.reading.TargetAddress.Level;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.LegalText.Quotation;
import vn.qppl.structure.Unit;
import vn.qppl.text.Span;

/** Gives each target of an instruction its part of the quoted text. */
final class NewTexts {
    /** @param confidence lower where target and text were paired by their order only */
    record NewText(Span span, boolean closed, double confidence) {}

    private record Piece(@Nullable Unit unit, Span span, boolean closed) {}

    private NewTexts() {}

    /** One entry a target, null where no text is found for it. */
    static List<@Nullable NewText> assign(List<Target> targets, List<Span> quotes, LegalText text) {
        var out = new ArrayList<@Nullable NewText>();
        var pieces = pieces(quotes, text);
        if (targets.size() == 1 && quotes.size() == 1) {
            var quote = quotes.getFirst();
            var inside = targets.getFirst().address() == null
                    ? null
                    : nested(targets.getFirst().address(), pieces);
            out.add(new NewText(inside == null ? quote : inside, closed(quote, text), 1));
            return out;
        }
        var used = new boolean[pieces.size()];
        for (var target : targets) out.add(byNumber(target, pieces, used));
        int free = 0;
        for (boolean u : used) if (!u) free++;
        long open = out.stream().filter(java.util.Objects::isNull).count();
        if (open > 0 && open == free) {
            int p = 0;
            for (int i = 0; i < out.size(); i++) {
                if (out.get(i) != null) continue;
                while (used[p]) p++;
                used[p] = true;
                // with one left over, nothing else can be meant
                out.set(i, new NewText(pieces.get(p).span(), pieces.get(p).closed(), open == 1 ? 0.985 : 0.9));
            }
        }
        return out;
    }

    /** The target whose number the quoted text begins with. */
    static @Nullable Target targetOf(List<Target> targets, Span quote, LegalText text) {
        for (var piece : pieces(List.of(quote), text))
            for (var target : targets) if (matches(target.address(), piece.unit())) return target;
        return null;
    }

    private static @Nullable NewText byNumber(Target target, List<Piece> pieces, boolean[] used) {
        for (int i = 0; i < pieces.size(); i++) {
            if (used[i] || !matches(target.address(), pieces.get(i).unit())) continue;
            used[i] = true;
            return new NewText(pieces.get(i).span(), pieces.get(i).closed(), 1);
        }
        var inside = target.address() == null ? null : nested(target.address(), pieces);
        if (inside == null) return null;
        for (int i = 0; i < pieces.size(); i++)
            if (pieces.get(i).span().start() <= inside.start()
                    && inside.end() <= pieces.get(i).span().end()) used[i] = true;
        return new NewText(inside, true, 0.985);
    }

    /** A whole article may be quoted for one clause of it: the clause inside is the new text. */
    private static @Nullable Span nested(TargetAddress address, List<Piece> pieces) {
        if (address.heading()) return null;
        if (address.steps().size() == 1) {
            for (var piece : pieces) {
                var unit = piece.unit() == null ? null : within(piece.unit(), address.innermost());
                if (unit != null) return unit.span();
            }
            return null;
        }
        for (var piece : pieces) {
            if (piece.unit() == null) continue;
            var unit = piece.unit();
            int step = -1;
            for (int i = 1; i < address.steps().size(); i++)
                if (is(unit, address.steps().get(i))) step = i;
            if (step < 0) continue;
            for (int i = step - 1; i >= 0 && unit != null; i--)
                unit = child(unit, address.steps().get(i));
            if (unit != null) return unit.span();
        }
        return null;
    }

    /** An article quoted together with the chapter or section it stands in. */
    private static @Nullable Unit within(Unit unit, TargetAddress.Step step) {
        for (var child : unit.children()) {
            if (EffectReader.level(child.level()).ordinal() < step.level().ordinal()) return null;
            if (is(child, step)) return child;
            var deeper = within(child, step);
            if (deeper != null) return deeper;
        }
        return null;
    }

    private static @Nullable Unit child(Unit unit, TargetAddress.Step step) {
        for (var child : unit.children()) if (is(child, step)) return child;
        return null;
    }

    private static boolean matches(@Nullable TargetAddress address, @Nullable Unit unit) {
        return address != null && unit != null && is(unit, address.innermost());
    }

    private static boolean is(Unit unit, TargetAddress.Step step) {
        return EffectReader.level(unit.level()) == step.level() && unit.number().equalsIgnoreCase(step.number());
    }

    private static List<Piece> pieces(List<Span> quotes, LegalText text) {
        var out = new ArrayList<Piece>();
        for (var quote : quotes) {
            var quotation = quotation(quote, text);
            if (quotation == null || quotation.units().isEmpty())
                out.add(new Piece(null, quote, quotation == null || quotation.closed()));
            else
                for (int i = 0; i < quotation.units().size(); i++) {
                    var unit = quotation.units().get(i);
                    int start = i == 0 ? quote.start() : unit.span().start();
                    int end = i + 1 < quotation.units().size()
                            ? quotation.units().get(i + 1).span().start()
                            : quote.end();
                    out.add(new Piece(unit, new Span(start, Math.max(start, end)), quotation.closed()));
                }
        }
        return out;
    }

    private static boolean closed(Span quote, LegalText text) {
        var quotation = quotation(quote, text);
        return quotation == null || quotation.closed();
    }

    static @Nullable Quotation quotation(Span quote, LegalText text) {
        var all = text.quotations();
        int lo = 0;
        int hi = all.size() - 1;
        while (lo <= hi) {
            int mid = (lo + hi) >>> 1;
            int start = all.get(mid).span().start();
            if (start == quote.start()) return all.get(mid);
            if (start < quote.start()) lo = mid + 1;
            else hi = mid - 1;
        }
        return null;
    }

    /** Levels that a quoted text can stand for. */
    static boolean textual(Level level) {
        return level.ordinal() <= Level.PART.ordinal();
    }
}
