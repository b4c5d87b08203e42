package vn.qppl.consolidation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.qppl.consolidation.ProvisionVersion.Cause;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.TargetAddress;
import vn.qppl.structure.UnitLevel;

/**
 * The text of a document as it reads on a day: the base with every change applied that is certain and has effect by then,
 * in the order of effect, then of issue, then of the amending text. Unofficial until a person confirms it.
 *
 * @param components the whole text with its structure, in the order of the text
 * @param versions of the provisions that changed, with their cause; what is not named here never changed
 * @param unapplied changes that concern the base and have effect by the day, but were left to a person
 */
public record Consolidation(
        LocalDate on,
        List<ConsolidatedArticle> articles,
        List<WordedComponent> components,
        List<ProvisionVersion> versions,
        List<Unapplied> unapplied) {

    private record Order(AmendingDocument document, Amendment amendment, LocalDate from, int rank) {}

    public Consolidation {
        articles = List.copyOf(articles);
        components = List.copyOf(components);
        versions = List.copyOf(versions);
        unapplied = List.copyOf(unapplied);
    }

    /** Pure: the same texts and day give the same answer. */
    public static Consolidation of(BaseText base, List<AmendingDocument> amending, LocalDate on) {
        var law = new LawText(base.text());
        var history = new History(base.from());
        var applier = new Applier(law, history);
        var unapplied = new ArrayList<Unapplied>();
        var orders = orders(base, amending, on, unapplied);
        for (int i = 0; i < orders.size(); ) {
            int end = i + 1;
            while (end < orders.size() && sameClause(orders.get(i), orders.get(end))) end++;
            clause(orders.subList(i, end), law, applier, unapplied);
            i = end;
        }
        return new Consolidation(on, articles(law), law.worded(), history.all(), unapplied);
    }

    /**
     * The text after each day on which something changes, in one pass: what is due by a day is the beginning of what is due by a
     * later one.
     *
     * @return what was left to a person
     */
    static List<Unapplied> onEachDay(
            BaseText base, List<AmendingDocument> amending, BiConsumer<LocalDate, List<WordedComponent>> reader) {
        var law = new LawText(base.text());
        var applier = new Applier(law, new History(base.from()));
        var unapplied = new ArrayList<Unapplied>();
        var orders = orders(base, amending, LocalDate.MAX, unapplied);
        for (int i = 0; i < orders.size(); ) {
            int end = i + 1;
            while (end < orders.size() && sameClause(orders.get(i), orders.get(end))) end++;
            clause(orders.subList(i, end), law, applier, unapplied);
            var day = orders.get(i).from();
            if (end == orders.size() || !orders.get(end).from().equals(day)) reader.accept(day, law.worded());
            i = end;
        }
        return unapplied;
    }

    private static List<Order> orders(
            BaseText base, List<AmendingDocument> amending, LocalDate on, List<Unapplied> unapplied) {
        var out = new ArrayList<Order>();
        for (var document : amending) {
            var clauses = new LinkedHashMap<String, Integer>();
            for (var a : document.amendments()) {
                if (!a.textual() || !base.isMeantBy(a, document.issuedOn())) continue;
                if (a.from() == null) {
                    unapplied.add(
                            unapplied(document, a, a.reason() == null ? "Không rõ ngày có hiệu lực" : a.reason()));
                    continue;
                }
                if (a.from().isAfter(on) || a.until() != null && !a.until().isAfter(on)) continue;
                if (!a.certain()) {
                    unapplied.add(
                            unapplied(document, a, a.reason() == null ? "Chưa chắc chắn, cần xem lại" : a.reason()));
                    continue;
                }
                int rank = clauses.computeIfAbsent(String.valueOf(a.causeProvision()), k -> clauses.size());
                out.add(new Order(document, a, a.from(), rank));
            }
        }
        Comparator<Order> order = Comparator.comparing(Order::from)
                .thenComparing(o -> o.document().issuedOn() == null
                        ? LocalDate.MAX
                        : o.document().issuedOn())
                .thenComparing(o -> o.document().number())
                .thenComparing(Order::rank);
        out.sort(order);
        return out;
    }

    private static boolean sameClause(Order a, Order b) {
        return a.document() == b.document() && a.rank() == b.rank() && a.from().equals(b.from());
    }

    /** The changes of one clause: renumberings first and together, for what is added takes the numbers they leave. */
    private static void clause(List<Order> orders, LawText law, Applier applier, List<Unapplied> unapplied) {
        record Move(LawText.Part part, Provision provision, String number, Cause cause) {}
        var moves = new ArrayList<Move>();
        for (var order : orders) {
            var a = order.amendment();
            if (a.kind() != EffectKind.RENUMBER || a.targetProvision() == null || a.newWords() == null) continue;
            var address = TargetAddress.parse(a.targetProvision());
            var to = TargetAddress.parse(a.newWords());
            if (address.isEmpty() || to.isEmpty()) {
                unapplied.add(unapplied(order.document(), a, "Không rõ số mới của " + a.targetProvision()));
                continue;
            }
            var located = law.locate(address.get());
            if (located.provision() == null || located.part() == null)
                unapplied.add(unapplied(order.document(), a, String.valueOf(located.problem())));
            else
                moves.add(new Move(
                        located.part(),
                        located.provision(),
                        to.get().innermost().number(),
                        cause(order)));
        }
        for (var move : moves) applier.renumber(move.part(), move.provision(), move.number(), move.cause());
        for (var order : orders) {
            var a = order.amendment();
            if (a.kind() == EffectKind.RENUMBER && a.newWords() != null && a.targetProvision() != null) continue;
            var problem = applier.apply(a, cause(order));
            if (problem != null) unapplied.add(unapplied(order.document(), a, problem));
        }
    }

    private static Cause cause(Order order) {
        return new Cause(
                order.document().number(),
                order.amendment().causeProvision(),
                order.from(),
                order.amendment().id());
    }

    private static Unapplied unapplied(AmendingDocument document, Amendment a, String reason) {
        return new Unapplied(document.number(), a.causeProvision(), a.targetProvision(), reason, a.from(), a.id());
    }

    private static List<ConsolidatedArticle> articles(LawText law) {
        var out = new ArrayList<ConsolidatedArticle>();
        for (var part : law.parts()) {
            int first = out.size();
            for (var root : part.roots) collect(root, part, first, out);
        }
        return out;
    }

    private static void collect(Provision p, LawText.Part part, int first, List<ConsolidatedArticle> out) {
        if (p.level == UnitLevel.ARTICLE) {
            out.add(new ConsolidatedArticle(
                    part.eId,
                    p.eId(),
                    p.number,
                    p.heading.isEmpty() ? null : p.heading,
                    p.textWithoutLabel(),
                    "",
                    p.repealed,
                    p.changes));
            return;
        }
        if (p.level.ordinal() > UnitLevel.ARTICLE.ordinal()) return;
        if (out.size() > first) {
            var before = out.removeLast();
            out.add(before.followedBy(p.ownText()));
        }
        for (var child : p.children) collect(child, part, first, out);
    }

    /** The article of the main text with this number; null where there is none. */
    public @Nullable ConsolidatedArticle article(String number) {
        for (var a : articles) if (a.number().equals(number)) return a;
        return null;
    }

    /** Versions of one provision in order of time; empty where it never changed. */
    public List<ProvisionVersion> versionsOf(String component, String eId) {
        return versions.stream()
                .filter(v -> v.component().equals(component) && v.eId().equals(eId))
                .toList();
    }
}
