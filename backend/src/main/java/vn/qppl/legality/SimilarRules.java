package vn.qppl.legality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.Register;
import vn.qppl.index.Question;
import vn.qppl.reading.Reading;
import vn.qppl.scrutiny.MachineFinding;
import vn.qppl.scrutiny.Rule;
import vn.qppl.scrutiny.Severity;
import vn.qppl.search.Searching;
import vn.qppl.structure.LegalText.ComponentKind;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;

/**
 * Articles of the register that read like articles of the text: offered for comparison, never asserted. Local ones may be repeated or
 * contradicted, those of higher texts may be contrary to the draft or repeated by it.
 */
@Component
class SimilarRules {
    private static final int MOST_ARTICLES = 40;
    private static final int SHORTEST = 120;
    private static final int ASKED = 400;
    private static final int HITS = 6;
    /** Of the runs of three syllables of the shorter article, so many stand in the other too. */
    private static final double ALIKE = 0.35;

    private final Searching searching;
    private final DocumentFiles files;
    private final Register register;

    SimilarRules(Searching searching, DocumentFiles files, Register register) {
        this.searching = searching;
        this.files = files;
        this.register = register;
    }

    /** @param self the document checked, which is like itself; null for a draft */
    List<FindingStore.Fresh> of(Reading reading, @Nullable Long self) {
        var found = new ArrayList<FindingStore.Fresh>();
        int looked = 0;
        for (var component : reading.structure().components()) {
            if (component.kind() != ComponentKind.MAIN && component.kind() != ComponentKind.REGULATION) continue;
            var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
            var articles = new ArrayList<Unit>();
            component.units().forEach(unit -> collect(unit, articles));
            for (var article : articles) {
                var words = article.span().in(reading.structure().text());
                if (words.length() < SHORTEST || general(article) || looked++ >= MOST_ARTICLES) continue;
                like(article, words, prefix, self, found);
            }
        }
        return found;
    }

    /** Scope, subjects, commencement and the like read alike everywhere. */
    private static boolean general(Unit article) {
        var heading = article.heading() == null ? "" : article.heading().toLowerCase(Locale.ROOT);
        return heading.matches(
                "(?s).*(?:phạm vi điều chỉnh|đối tượng áp dụng|hiệu lực|thi hành|tổ chức thực hiện|trách nhiệm|chuyển tiếp|giải thích từ ngữ).*");
    }

    private static void collect(Unit unit, List<Unit> into) {
        if (unit.level() == UnitLevel.ARTICLE) into.add(unit);
        else unit.children().forEach(child -> collect(child, into));
    }

    private void like(Unit article, String words, String prefix, @Nullable Long self, List<FindingStore.Fresh> found) {
        var asked =
                words.replaceAll("[\"“”()\\-+:]", " ").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        var question = Question.of(asked.substring(0, Math.min(ASKED, asked.length())))
                .withoutFacets()
                .page(HITS, null);
        var own = shingles(words);
        for (var hit : searching.staff(question).hits()) {
            if (self != null && hit.id() == self) continue;
            for (var passage : hit.passages()) {
                var other = passageOf(hit.id(), passage.address());
                if (other == null || alike(own, shingles(other)) < ALIKE) continue;
                found.add(fresh(article, words, prefix, hit.id(), passage.address(), passage.label(), other));
                break;
            }
        }
    }

    private @Nullable String passageOf(long documentId, String address) {
        var read = files.structuredOf(documentId);
        if (read.isEmpty()) return null;
        var structure = read.get().structure();
        for (var component : structure.components()) {
            var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
            var articles = new ArrayList<Unit>();
            component.units().forEach(unit -> collect(unit, articles));
            for (var article : articles)
                if ((prefix + article.eId()).equals(address))
                    return article.span().in(structure.text());
        }
        return null;
    }

    private FindingStore.Fresh fresh(
            Unit article, String words, String prefix, long other, String address, String label, String otherWords) {
        var document = register.get(other);
        boolean higher = document.level() == IssuerLevel.CENTRAL;
        var own = new Found.Evidence(
                article.span().start(),
                article.span().end(),
                quote(words),
                "Điều " + article.number(),
                prefix + article.eId(),
                null);
        var theirs = new Found.Evidence(0, 0, quote(otherWords), label + " " + document.citedAs(), address, other);
        var finding = new MachineFinding(
                higher ? Rule.SIMILAR_HIGHER_RULE : Rule.SIMILAR_RULE,
                Severity.INFORMATION,
                higher
                        ? "%s %s có quy định tương tự: cần đối chiếu để không trái và không chép lại văn bản cấp trên."
                                .formatted(label, document.citedAs())
                        : "%s %s có quy định tương tự: cần xem có trùng lặp, mâu thuẫn hoặc phải sửa đổi, bãi bỏ đồng thời không."
                                .formatted(label, document.citedAs()),
                higher
                        ? "khoản 2 Điều 5, khoản 3 Điều 58 Luật số 64/2025/QH15"
                        : "khoản 5 Điều 8 Luật số 64/2025/QH15; khoản 2 Điều 12 Luật số 80/2015/QH13",
                List.of(),
                null);
        return new FindingStore.Fresh(finding, List.of(own, theirs));
    }

    private static String quote(String words) {
        var flat = words.strip().replaceAll("\\s+", " ");
        return flat.length() <= 400 ? flat : flat.substring(0, 400) + "…";
    }

    static Set<String> shingles(String words) {
        var syllables = words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+");
        var runs = new HashSet<String>();
        for (int i = 0; i + 2 < syllables.length; i++)
            runs.add(syllables[i] + " " + syllables[i + 1] + " " + syllables[i + 2]);
        return runs;
    }

    /** Share of the shorter one's runs that the other has. */
    static double alike(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) return 0;
        var smaller = one.size() <= other.size() ? one : other;
        var larger = smaller == one ? other : one;
        return smaller.stream().filter(larger::contains).count() / (double) smaller.size();
    }
}
