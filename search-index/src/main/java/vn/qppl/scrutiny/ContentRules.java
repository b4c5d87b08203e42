package vn.qppl.scrutiny;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.qppl.scrutiny.Facts.Form;
import vn.qppl.scrutiny.Facts.Level;
import vn.qppl.scrutiny.MachineFinding.Evidence;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;
import vn.qppl.text.Span;

/**
 * Passages that seem to create administrative procedures, penalties or fees. A machine sees the words, not the law that may delegate
 * them: what it cannot see it asks.
 */
final class ContentRules {
    private static final String S = "[^.;\\n]";
    private static final Pattern DOSSIER = Pattern.compile(
            "(?iu)(?:thành phần(?:,? số lượng)? hồ sơ|số lượng hồ sơ|hồ sơ" + S
                    + "{0,60}(?:gồm|bao gồm)|(?<!\\d)\\d{1,3} bộ hồ sơ|đơn (?:đề nghị|xin|đăng ký)|tờ khai|giấy đề nghị|văn bản đề nghị|bản cam kết|mẫu đơn)");
    private static final Pattern SUBMIT = Pattern.compile(
            "(?iu)(?:(?:nộp|gửi|tiếp nhận)" + S + "{0,70}(?:hồ sơ|đơn|tờ khai)|hồ sơ" + S
                    + "{0,70}(?:nộp|gửi)(?!\\p{L})|bộ phận (?:tiếp nhận|một cửa)|trung tâm (?:phục vụ )?hành chính công)");
    private static final Pattern TIME = Pattern.compile(
            "(?iu)(?:(?:thời hạn|thời gian) (?:giải quyết|xử lý|thẩm định|xem xét|trả lời)|trong(?: thời (?:hạn|gian))?"
                    + S + "{0,30}?\\d+" + S + "{0,24}ngày" + S + "{0,40}(?:kể từ|sau khi|từ)(?: ngày| khi)?" + S
                    + "{0,12}(?:nhận|tiếp nhận))");
    private static final Pattern RESULT = Pattern.compile(
            "(?iu)(?:trả kết quả|cấp (?:giấy|phép|đổi|lại)|trả lời(?! chất vấn)|từ chối|không chấp thuận|chấp thuận)");
    private static final Pattern PRIVATE = Pattern.compile(
            "(?iu)(?:cá nhân|hộ gia đình|doanh nghiệp|hợp tác xã|nhà đầu tư|chủ đầu tư|thương nhân|công dân|người (?:dân|có|đề nghị|sử dụng|nộp|thuê|mua)|đơn (?:đề nghị|xin|đăng ký)|tổ chức,? cá nhân|chủ hộ)");
    private static final Pattern PROCEDURE_HEADING = Pattern.compile("(?iu)(?:trình tự|thủ tục|hồ sơ)");
    private static final Pattern DELEGATED = Pattern.compile(
            "(?iu)(?:quy định chi tiết|được giao (?:tại|quy định)|giao (?:Hội đồng nhân dân|Ủy ban nhân dân)|thực hiện) (?:điểm [a-zđ] )?(?:khoản \\d+ )?(?:Điều \\d+) (?:của )?(?:Luật|Bộ luật|Nghị quyết số \\d+/\\d+/QH)");

    private static final Pattern PENALTY = Pattern.compile(
            "(?iu)" + Vietnamese.WORD
                    + "(?:(?:bị )?(?:xử )?phạt(?: tiền)?(?: từ| mức| với mức| là| số tiền)*\\s+\\d[\\d.]*\\s*(?:đồng|triệu|nghìn|lần|%)|mức (?:xử )?phạt"
                    + S
                    + "{0,60}\\d[\\d.]*\\s*(?:đồng|triệu|nghìn|%)|tước quyền sử dụng (?:giấy|chứng chỉ)|tịch thu (?:tang vật|phương tiện|dụng cụ|hàng hóa|hàng hoá))");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?iu)theo (?:quy định (?:của pháp luật|tại (?:Nghị định|Luật))|Nghị định|Luật|pháp luật)");
    private static final Pattern FEE = Pattern.compile("(?iu)" + Vietnamese.WORD
            + "(?:mức thu (?:lệ phí|phí)|(?:nộp|thu|đóng) (?:lệ phí|phí)|(?:lệ phí|(?<!kinh |chi |học |viện |án |miễn |cước |đảng |hội |công tác |dịch )phí) "
            + S + "{1,60}(?:là|:|mức))" + S
            + "{0,90}?\\d[\\d.]*\\s*(?:đồng|nghìn|%)");

    private final Text text;
    private final List<MachineFinding> found;

    private ContentRules(Text text, List<MachineFinding> found) {
        this.text = text;
        this.found = found;
    }

    static void check(Text text, List<MachineFinding> found) {
        if (!text.facts().form().localRules()) return;
        var rules = new ContentRules(text, found);
        if (!Boolean.FALSE.equals(text.facts().normative())) rules.procedures();
        rules.penalties();
        rules.fees();
    }

    /** Two of dossier, submission, time, result in one clause (or article without clauses), about somebody outside the authorities. */
    private void procedures() {
        if (!text.regime().known()) return;
        var evidence = new ArrayList<Evidence>();
        for (var component : text.ruling())
            for (var article : Text.articles(component)) {
                if (found(article)) {
                    var first = first(article.span());
                    evidence.add(text.evidence(first));
                }
            }
        if (evidence.isEmpty()) return;
        var delegation = DELEGATED.matcher(text.words());
        var delegated = delegation.find() ? text.evidence(text.sentence(delegation.start())) : null;
        boolean law2015 = text.regime() == Regime.LAW_2015;
        // since 2021 a provincial council may, for special measures (khoản 4 Điều 27)
        boolean special = law2015
                && text.facts().form() == Form.COUNCIL_RESOLUTION
                && text.facts().level() == Level.PROVINCE;
        boolean forbidden = law2015 && delegated == null && !special;
        found.add(
                new MachineFinding(
                        Rule.CREATES_PROCEDURE,
                        forbidden ? Severity.UNLAWFUL : Severity.QUESTION,
                        "Quy định về hồ sơ, nơi nộp, thời hạn giải quyết đối với tổ chức, cá nhân là dấu hiệu của thủ tục hành chính. "
                                + (law2015
                                        ? "Nghị quyết của Hội đồng nhân dân, quyết định của Ủy ban nhân dân không được quy định thủ tục hành chính, trừ trường hợp được luật, nghị quyết của Quốc hội giao"
                                                + (special
                                                        ? " hoặc nghị quyết của Hội đồng nhân dân cấp tỉnh quy định biện pháp đặc thù theo khoản 4 Điều 27."
                                                        : ".")
                                        : "Dự thảo có thủ tục hành chính phải được đánh giá thủ tục hành chính, nêu sự cần thiết và căn cứ giao quy định; ban hành xong phải công bố thủ tục.")
                                + (delegated == null
                                        ? ""
                                        : " Văn bản có nêu: “%s”; cần xem luật có giao hay không."
                                                .formatted(delegated.quote())),
                        Articles.procedures(text.regime()),
                        evidence,
                        "Bỏ quy định về thủ tục hoặc dẫn chiếu thủ tục đã có; nếu được luật giao thì viện dẫn điều, khoản giao và kèm bản đánh giá thủ tục hành chính."));
    }

    private boolean found(Unit article) {
        var heading = article.heading() == null ? "" : article.heading();
        boolean titled = PROCEDURE_HEADING.matcher(heading).find();
        for (var part : parts(article)) {
            var words = Vietnamese.flat(part.in(text.words()));
            int signs = 0;
            if (DOSSIER.matcher(words).find()) signs += 1;
            if (SUBMIT.matcher(words).find()) signs += 1;
            boolean time = TIME.matcher(words).find();
            if (time) signs += 1;
            if (RESULT.matcher(words).find() && time) signs += 1;
            if (titled && signs > 0) signs += 1;
            if (signs >= 2
                    && PRIVATE.matcher(Vietnamese.flat(article.span().in(text.words())))
                            .find()) return true;
        }
        return false;
    }

    /** Its clauses, or itself. */
    private static List<Span> parts(Unit article) {
        var clauses = article.children().stream()
                .filter(c -> c.level() == UnitLevel.CLAUSE)
                .map(Unit::span)
                .toList();
        return clauses.isEmpty() ? List.of(article.span()) : clauses;
    }

    /** The first sentence with a sign, as evidence. */
    private Span first(Span within) {
        int best = within.end();
        for (var pattern : List.of(DOSSIER, SUBMIT, TIME)) {
            var m = pattern.matcher(text.words()).region(within.start(), within.end());
            if (m.find()) best = Math.min(best, m.start());
        }
        return best == within.end() ? within : text.sentence(best);
    }

    private void penalties() {
        var evidence = sentences(PENALTY, m -> {
            var sentence = Vietnamese.lower(text.sentence(m.start()).in(text.words()));
            boolean contract = sentence.contains("hợp đồng");
            boolean quoting =
                    ELSEWHERE.matcher(sentence).find() && !sentence.matches("(?su).*\\d[\\d.]*\\s*(?:đồng|triệu).*");
            return contract || quoting;
        });
        if (evidence.isEmpty()) return;
        boolean city = text.facts().form() == Form.COUNCIL_RESOLUTION
                && text.facts().issuer().contains("hành phố");
        found.add(new MachineFinding(
                Rule.SETS_PENALTY,
                city ? Severity.QUESTION : Severity.UNLAWFUL,
                "Hành vi vi phạm hành chính, hình thức và mức xử phạt do Chính phủ quy định; văn bản của địa phương không được đặt ra"
                        + (city
                                ? ", trừ mức phạt tiền mà luật cho phép Hội đồng nhân dân thành phố trực thuộc trung ương quy định."
                                : "."),
                Articles.penalties(),
                evidence,
                "Bỏ quy định xử phạt; dẫn chiếu chung đến pháp luật về xử lý vi phạm hành chính."));
    }

    private void fees() {
        var facts = text.facts();
        if (facts.form() == Form.COUNCIL_RESOLUTION
                && facts.level() != Level.DISTRICT
                && facts.level() != Level.COMMUNE) return;
        var evidence = sentences(FEE, m -> false);
        if (evidence.isEmpty()) return;
        found.add(new MachineFinding(
                Rule.SETS_FEE,
                Severity.UNLAWFUL,
                "Mức thu phí, lệ phí ở địa phương do Hội đồng nhân dân cấp tỉnh quyết định trong danh mục được giao; %s không có thẩm quyền này."
                        .formatted(facts.issuer().isEmpty() ? "cơ quan ban hành" : facts.issuer()),
                Articles.fees(),
                evidence,
                "Bỏ mức thu; dẫn chiếu nghị quyết của Hội đồng nhân dân cấp tỉnh."));
    }

    private List<Evidence> sentences(Pattern pattern, java.util.function.Predicate<Matcher> unless) {
        var evidence = new ArrayList<Evidence>();
        var m = pattern.matcher(text.words());
        int after = 0;
        while (m.find() && evidence.size() < 20) {
            if (m.start() < after || text.path(m.start()).isEmpty()) continue;
            if (unless.test(m)) continue;
            var sentence = text.sentence(m.start());
            after = sentence.end();
            evidence.add(text.evidence(sentence));
        }
        return evidence;
    }
}
