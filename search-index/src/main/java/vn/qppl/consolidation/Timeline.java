package vn.qppl.consolidation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.qppl.consolidation.ProvisionVersion.Cause;
import vn.qppl.reading.TitleCatalogue;
import vn.qppl.structure.LegalText.ComponentKind;
import vn.qppl.structure.UnitLevel;

/**
 * Every wording a text had, has and will have, as far as its changes are known: pieces with the days on which they read so. The
 * whole text on a day is the pieces that hold on it, in order. Pure; the order in which changes were entered does not matter.
 *
 * @param pieces in the order of the text
 * @param unapplied changes left to a person, with the first day on which they are missing
 */
public record Timeline(List<Piece> pieces, List<Unapplied> unapplied) {

    /** What a piece of a text is. */
    public enum Kind {
        /** Letterhead, title and bases; the heading of an attached regulation; the whole of an annex. */
        OPENING,
        /** Number and title of a part, chapter or section, without what stands under it. */
        DIVISION,
        /** An article; in a text without articles a clause or point, with all under it. */
        PROVISION,
        /** Signature and recipients. */
        CLOSING
    }

    /**
     * @param component eId of the component; empty for the main text
     * @param eId within the component; empty for opening and closing
     * @param words of opening and closing; empty for the others
     * @param provision of division and provision; null for the others. That of a division has no children
     * @param repealed the whole annex
     * @param changes that touched it, in the order of their effect
     * @param from first day on which it reads so; null for the text as issued
     * @param to first day on which it does not; null while it stands
     */
    public record Piece(
            Kind kind,
            String component,
            ComponentKind componentKind,
            @Nullable String componentNumber,
            @Nullable String componentTitle,
            String eId,
            String words,
            @Nullable WordedProvision provision,
            boolean repealed,
            List<Cause> changes,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public Piece {
            changes = List.copyOf(changes);
        }

        public boolean on(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
        }

        /** As it is read; "(được bãi bỏ)" for what is repealed. */
        public String text() {
            if (repealed)
                return (componentTitle == null ? words.lines().findFirst().orElse("") : componentTitle)
                        + " (được bãi bỏ)";
            return provision == null ? words : provision.text();
        }

        private Piece lasting(@Nullable LocalDate begin, @Nullable LocalDate end) {
            return new Piece(
                    kind,
                    component,
                    componentKind,
                    componentNumber,
                    componentTitle,
                    eId,
                    words,
                    provision,
                    repealed,
                    changes,
                    begin,
                    end);
        }
    }

    private record Key(String component, Kind kind, String eId) {
        static Key of(Piece piece) {
            return new Key(piece.component(), piece.kind(), piece.eId());
        }
    }

    public Timeline {
        pieces = List.copyOf(pieces);
        unapplied = List.copyOf(unapplied);
    }

    /** Each of the amending texts as it reads itself on the day, applied to the base. */
    public static Timeline of(BaseText base, List<AmendingText> amending, TitleCatalogue titles) {
        var slots = new Slots();
        var unapplied = new LinkedHashMap<Object, Unapplied>();
        slots.read(new LawText(base.text()).worded(), null);
        var lasting = AmendingText.lasting(amending);
        if (lasting.isPresent()) {
            for (var left : Consolidation.onEachDay(base, lasting.get(), (day, text) -> slots.read(text, day)))
                unapplied.putIfAbsent(keyOf(left), left);
            return new Timeline(slots.pieces(), List.copyOf(unapplied.values()));
        }
        for (var day : days(amending)) {
            var text = AmendingText.consolidate(base, amending, titles, day);
            slots.read(text.components(), day);
            for (var left : text.unapplied()) unapplied.putIfAbsent(keyOf(left), left);
        }
        return new Timeline(slots.pieces(), List.copyOf(unapplied.values()));
    }

    private static TreeSet<LocalDate> days(List<AmendingText> amending) {
        var days = new TreeSet<LocalDate>();
        for (var text : amending) {
            for (var a : text.amendments()) {
                if (a.from() != null) days.add(a.from());
                if (a.until() != null) days.add(a.until());
            }
        }
        return days;
    }

    private static Object keyOf(Unapplied left) {
        return left.id() == null ? left : left.id();
    }

    /** The pieces that hold on a day, in order. */
    public List<Piece> on(LocalDate day) {
        return pieces.stream().filter(p -> p.on(day)).toList();
    }

    /** The days on which the text changes, in order. */
    public List<LocalDate> changes() {
        var days = new TreeSet<LocalDate>();
        for (var piece : pieces) {
            if (piece.from() != null) days.add(piece.from());
            if (piece.to() != null) days.add(piece.to());
        }
        return List.copyOf(days);
    }

    /** Pieces in the order of the text over all days: what is new stands behind what it stood behind on its first day. */
    private static final class Slots {
        private static final class Slot {
            final Key key;
            final List<Piece> wordings = new ArrayList<>();

            Slot(Key key) {
                this.key = key;
            }

            @Nullable
            Piece open() {
                return wordings.isEmpty() || wordings.getLast().to() != null ? null : wordings.getLast();
            }
        }

        private final List<Slot> order = new ArrayList<>();

        void read(List<WordedComponent> text, @Nullable LocalDate day) {
            var present = pieces(text);
            var places = new HashMap<Key, List<Integer>>();
            for (int i = 0; i < order.size(); i++)
                places.computeIfAbsent(order.get(i).key, k -> new ArrayList<>()).add(i);
            var merged = new ArrayList<Slot>(order.size() + 8);
            var seen = new HashSet<Slot>();
            int copied = 0;
            for (var piece : present) {
                int at = -1;
                // one that moved backwards is a slot of its own
                for (var place : places.getOrDefault(Key.of(piece), List.of()))
                    if (place >= copied && at < 0) at = place;
                Slot slot;
                if (at < 0) {
                    slot = new Slot(Key.of(piece));
                } else {
                    while (copied <= at) merged.add(order.get(copied++));
                    slot = merged.removeLast();
                }
                merged.add(slot);
                seen.add(slot);
                put(slot, piece, day);
            }
            while (copied < order.size()) merged.add(order.get(copied++));
            for (var slot : merged) if (!seen.contains(slot)) end(slot, day);
            order.clear();
            order.addAll(merged);
        }

        private static void put(Slot slot, Piece piece, @Nullable LocalDate day) {
            var open = slot.open();
            if (open != null && open.lasting(null, null).equals(piece)) return;
            end(slot, day);
            slot.wordings.add(piece.lasting(day, null));
        }

        private static void end(Slot slot, @Nullable LocalDate day) {
            var open = slot.open();
            if (open == null) return;
            slot.wordings.removeLast();
            // two changes of one day are one wording
            if (!Objects.equals(open.from(), day)) slot.wordings.add(open.lasting(open.from(), day));
        }

        List<Piece> pieces() {
            var out = new ArrayList<Piece>();
            for (var slot : order) out.addAll(slot.wordings);
            return out;
        }

        private static List<Piece> pieces(List<WordedComponent> text) {
            var out = new ArrayList<Piece>();
            for (var component : text) {
                if (!component.before().isEmpty() || component.repealed())
                    out.add(words(component, Kind.OPENING, component.before()));
                for (var provision : component.provisions()) add(component, provision, out);
                if (!component.after().isEmpty()) out.add(words(component, Kind.CLOSING, component.after()));
            }
            return out;
        }

        private static Piece words(WordedComponent component, Kind kind, String words) {
            boolean opening = kind == Kind.OPENING;
            return new Piece(
                    kind,
                    component.eId(),
                    component.kind(),
                    component.number(),
                    component.title(),
                    "",
                    words,
                    null,
                    opening && component.repealed(),
                    opening ? component.changes() : List.of(),
                    null,
                    null);
        }

        private static void add(WordedComponent component, WordedProvision p, List<Piece> out) {
            boolean division = p.level().compareTo(UnitLevel.ARTICLE) < 0;
            out.add(new Piece(
                    division ? Kind.DIVISION : Kind.PROVISION,
                    component.eId(),
                    component.kind(),
                    component.number(),
                    component.title(),
                    p.eId(),
                    "",
                    division ? p.withoutChildren() : p,
                    false,
                    p.changes(),
                    null,
                    null));
            if (division) for (var child : p.children()) add(component, child, out);
        }
    }
}
