package vn.qppl.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.reading.RelationKind;
import vn.qppl.text.VietnameseText;

/** The four rules of Nghị định 79/2025 Điều 39 on one document and one change of another. Pure. */
final class ImpactRules {
    private static final String BASIS = "khoản 2 Điều 39 Nghị định số 79/2025/NĐ-CP";
    private static final String REFERENCE = "khoản 3 Điều 39 Nghị định số 79/2025/NĐ-CP";
    private static final String RELATED = "khoản 4 Điều 39 Nghị định số 79/2025/NĐ-CP";
    private static final String DETAIL =
            "khoản 1 Điều 39 Nghị định số 79/2025/NĐ-CP; khoản 2 Điều 57 Luật số 64/2025/QH15";
    private static final double SAME = 0.8;
    private static final double LIKE = 0.55;
    /** Words that titles of every field share. */
    private static final Set<String> COMMON = Set.of(
            "quy", "dinh", "ban", "hanh", "ve", "viec", "tren", "dia", "tinh", "mot", "so", "cua", "va", "cac", "theo",
            "noi", "dung", "doi", "voi", "tai", "thuoc", "nam", "den", "tu", "giai", "doan", "quyet", "nghi", "che");

    private ImpactRules() {}

    /** Whether a mention means the changed document, and not another one of that number. */
    static boolean names(Mention mention, LegalDocument changed, LegalDocument naming) {
        if (mention.issuedOn() != null
                && changed.issuedOn() != null
                && !mention.issuedOn().equals(changed.issuedOn())) return false;
        if (mention.numberKey() == null) {
            // a title is that of every generation of a law: the text means one that was there
            return changed.issuedOn() != null
                    && naming.issuedOn() != null
                    && !changed.issuedOn().isAfter(naming.issuedOn());
        }
        if (changed.level() == IssuerLevel.CENTRAL
                || place(changed.issuerName()).isEmpty()) return true;
        if (mention.body() != null) return OrganisationDirectory.sameName(mention.body(), changed.issuerName());
        if (OrganisationDirectory.sameName(place(naming.issuerName()), place(changed.issuerName()))) return true;
        return mention.issuedOn() != null && mention.issuedOn().equals(changed.issuedOn());
    }

    /** "tỉnh Kon Tum" of "Ủy ban nhân dân tỉnh Kon Tum". */
    static String place(String issuerName) {
        int at = issuerName.toLowerCase(java.util.Locale.ROOT).indexOf("nhân dân ");
        return at < 0 ? "" : issuerName.substring(at + "nhân dân ".length()).strip();
    }

    static Optional<Reason> reason(Mention mention, Change change) {
        return reason(
                mention.kind(),
                change,
                mention.provision(),
                mention.placeLabel(),
                mention.placeAddress(),
                mention.quote());
    }

    /** @param place null where the document's text is not at hand */
    static Optional<Reason> reason(
            RelationKind relation,
            Change change,
            @Nullable String provision,
            @Nullable String place,
            @Nullable String address,
            String quote) {
        var touch = change.touches(provision);
        return switch (relation) {
            case DETAILS, GUIDES ->
                found(
                        Reason.Kind.DETAILS,
                        touch == Change.Touch.YES ? Certainty.CERTAIN : Certainty.POSSIBLE,
                        relation == RelationKind.DETAILS
                                ? "Quy định chi tiết văn bản đã thay đổi"
                                : "Hướng dẫn, tổ chức thi hành văn bản đã thay đổi",
                        DETAIL,
                        provision,
                        place,
                        address,
                        quote);
            case BASED_ON ->
                found(
                        Reason.Kind.BASED_ON,
                        touch == Change.Touch.YES ? Certainty.CERTAIN : Certainty.POSSIBLE,
                        touch == Change.Touch.YES
                                ? "Lấy văn bản đã thay đổi làm căn cứ ban hành"
                                : "Lấy văn bản đã thay đổi làm căn cứ, nhưng điều khoản nêu làm căn cứ chưa thấy thay đổi",
                        BASIS,
                        provision,
                        place,
                        address,
                        quote);
            case AMENDS ->
                change.whole()
                        ? found(
                                Reason.Kind.AMENDED,
                                Certainty.LIKELY,
                                "Đã sửa đổi, bổ sung văn bản nay không còn hiệu lực",
                                RELATED,
                                provision,
                                place,
                                address,
                                quote)
                        : Optional.empty();
            case CITES, RELATED, INTERPRETS, CHOOSES_TO_APPLY -> cites(change, touch, provision, place, address, quote);
            case REPLACES, REPEALS, CORRECTS, CONSOLIDATES, SUSPENDS_IMPLEMENTATION, SUSPENDS_EFFECT, ANNOUNCES ->
                Optional.empty();
        };
    }

    private static Optional<Reason> cites(
            Change change,
            Change.Touch touch,
            @Nullable String provision,
            @Nullable String place,
            @Nullable String address,
            String quote) {
        if (touch == Change.Touch.NO) return Optional.empty();
        var certainty = touch == Change.Touch.PERHAPS
                ? Certainty.POSSIBLE
                : provision == null && !change.whole() ? Certainty.LIKELY : Certainty.CERTAIN;
        var explanation = switch (certainty) {
            case CERTAIN ->
                change.whole() ? "Dẫn chiếu đến văn bản đã thay đổi" : "Dẫn chiếu đến đúng điều khoản đã thay đổi";
            case LIKELY -> "Dẫn chiếu đến văn bản có điều khoản đã thay đổi, không nêu điều khoản";
            case POSSIBLE -> "Dẫn chiếu đến văn bản có cụm từ đã thay đổi ở nhiều nơi";
        };
        return found(Reason.Kind.CITES, certainty, explanation, REFERENCE, provision, place, address, quote);
    }

    private static Optional<Reason> found(
            Reason.Kind kind,
            Certainty certainty,
            String explanation,
            String article,
            @Nullable String provision,
            @Nullable String place,
            @Nullable String address,
            String quote) {
        return Optional.of(new Reason(kind, certainty, explanation, article, place, address, quote, provision));
    }

    /** The fourth rule for what a merged unit's later text makes of its predecessors' texts on the same subject. */
    static Optional<Reason> sameSubject(LegalDocument earlier, LegalDocument later) {
        double alike = alike(subject(earlier), subject(later));
        if (alike < LIKE || earlier.type() != later.type()) return Optional.empty();
        return Optional.of(new Reason(
                Reason.Kind.SAME_SUBJECT,
                alike >= SAME ? Certainty.LIKELY : Certainty.POSSIBLE,
                "Do cơ quan tiền thân ban hành, cùng nội dung với " + later.citedAs(),
                RELATED + "; khoản 4 Điều 35 Nghị định số 79/2025/NĐ-CP",
                "tên văn bản",
                null,
                earlier.title(),
                null));
    }

    private static Set<String> subject(LegalDocument document) {
        var words = new HashSet<>(Arrays.asList(folded(document.title())));
        words.removeAll(Arrays.asList(folded(place(document.issuerName()))));
        words.removeAll(COMMON);
        words.removeIf(word -> word.isEmpty() || word.chars().allMatch(Character::isDigit));
        return words;
    }

    private static String[] folded(String words) {
        return VietnameseText.fold(words).toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\d]+");
    }

    private static double alike(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) return 0;
        long both = one.stream().filter(other::contains).count();
        return both / (double) (one.size() + other.size() - both);
    }

    /** Only what was there before the change: a later document was made knowing it (Nghị định 79/2025 Điều 37 khoản 1). */
    static boolean before(LegalDocument document, @Nullable LocalDate since) {
        var issued = document.issuedOn();
        if (issued != null) return since == null || issued.isBefore(since);
        var year = document.year();
        return year == null || since == null || year <= since.getYear();
    }
}
