package vn.qppl.effect;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.EffectWarning.Code;
import vn.qppl.reading.EffectKind;

/** What looks wrong in the effects on a document: for a person to look at, each with its reason in Vietnamese. */
@Component
public class EffectChecks {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final int LONGEST_CYCLE = 50;

    private final EffectEntries entries;
    private final Consequences consequences;
    private final Outlines outlines;
    private final Register register;

    EffectChecks(EffectEntries entries, Consequences consequences, Outlines outlines, Register register) {
        this.entries = entries;
        this.consequences = consequences;
        this.outlines = outlines;
        this.register = register;
    }

    /** @param provisions eIds of the document's text; null where there is no text to compare with */
    @Transactional(readOnly = true)
    public List<EffectWarning> of(long documentId, @Nullable Set<String> provisions, Instant now) {
        var document = register.get(documentId);
        var standing = entries.on(documentId).stream().filter(Effect::stands).toList();
        var found = new ArrayList<EffectWarning>();
        var facts = standing.stream().map(Effect::fact).toList();
        var validity = Validity.of(facts, now, null, outlines.of(documentId, facts));
        for (var effect : standing) {
            begins(document, effect, found);
            onExpired(validity, effect, found);
            missing(provisions, standing, effect, found);
            open(effect, standing, found);
            outOfOrder(standing, effect, found);
            if (effect.kind() == EffectKind.REPLACE && effect.targetProvision() == null && cycles(documentId))
                add(
                        found,
                        Code.REPLACEMENT_CYCLE,
                        effect,
                        "Các văn bản thay thế lẫn nhau thành vòng; cần xem lại văn bản nào thay thế văn bản nào.");
        }
        suspensions(standing, found);
        contradictions(standing, found);
        if (validity.runs().getLast().code() != StatusCode.EXPIRED) underEndedParent(documentId, now, found);
        return List.copyOf(found);
    }

    /** What would look wrong if this were entered. */
    @Transactional(readOnly = true)
    public List<EffectWarning> ifEntered(NewEffect effect, Instant now) {
        var document = register.get(effect.targetId());
        var entered = new Effect(effect, 0, now, Long.MAX_VALUE);
        var standing = new ArrayList<>(
                entries.on(effect.targetId()).stream().filter(Effect::stands).toList());
        var facts = standing.stream().map(Effect::fact).toList();
        var validity = Validity.of(facts, now, null, outlines.of(effect.targetId(), facts));
        standing.add(entered);
        var found = new ArrayList<EffectWarning>();
        begins(document, entered, found);
        onExpired(validity, entered, found);
        outOfOrder(standing, entered, found);
        suspensions(standing, found);
        contradictions(standing, found);
        return found.stream()
                .filter(w -> Objects.equals(w.effectId(), Long.MAX_VALUE))
                .map(w -> new EffectWarning(w.code(), w.message(), null))
                .toList();
    }

    private static void begins(LegalDocument document, Effect effect, List<EffectWarning> found) {
        var issuedOn = document.issuedOn();
        var from = effect.from();
        if (effect.kind() != EffectKind.COMMENCE || issuedOn == null || from == null || !document.normative()) return;
        if (from.isBefore(issuedOn)) {
            add(
                    found,
                    Code.RETROACTIVE,
                    effect,
                    "Ngày có hiệu lực " + DAY.format(from) + " trước ngày ban hành " + DAY.format(issuedOn) + ". "
                            + EarliestDay.onLookingBack(document.level(), issuedOn));
            return;
        }
        EarliestDay.of(document.level(), issuedOn)
                .filter(limit -> from.isBefore(limit.day()))
                .ifPresent(limit -> add(
                        found,
                        Code.COMMENCES_TOO_EARLY,
                        effect,
                        "Ngày có hiệu lực " + DAY.format(from)
                                + " sớm hơn " + limit.days() + " ngày kể từ ngày thông qua hoặc ký ban hành ("
                                + limit.rule()
                                + "); chỉ đúng nếu văn bản ban hành theo trình tự, thủ tục rút gọn."));
    }

    private static void onExpired(Validity validity, Effect effect, List<EffectWarning> found) {
        var from = effect.from();
        if (from == null || effect.byParent()) return;
        boolean changes = switch (effect.kind()) {
            case AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER, CORRECT, SUSPEND, RESUME, EXTEND, REPLACE, REPEAL -> true;
            case COMMENCE, EXPIRE -> false;
        };
        var status = validity.on(from);
        boolean ended = status.code() == StatusCode.EXPIRED
                && status.causes().stream().noneMatch(c -> c.id() == effect.id())
                && status.since() != null
                && status.since().isBefore(from);
        if (changes && ended)
            add(
                    found,
                    Code.ON_EXPIRED_TARGET,
                    effect,
                    EffectLabels.of(effect.kind()) + " từ ngày " + DAY.format(from)
                            + " tác động vào văn bản đã hết hiệu lực từ ngày " + DAY.format(status.since()) + ".");
        if (effect.kind() == EffectKind.COMMENCE
                && effect.targetProvision() != null
                && status.code() == StatusCode.EXPIRED)
            add(
                    found,
                    Code.IN_FORCE_UNDER_ENDED,
                    effect,
                    "Quy định " + effect.targetLabel() + " được ghi có hiệu lực từ ngày " + DAY.format(from)
                            + " trong khi cả văn bản đã hết hiệu lực.");
    }

    private void underEndedParent(long documentId, Instant now, List<EffectWarning> found) {
        for (var ended : consequences.leftOpen(documentId, now))
            found.add(new EffectWarning(
                    Code.IN_FORCE_UNDER_ENDED,
                    "Văn bản này quy định chi tiết nhiều văn bản, trong đó "
                            + ended.parent().citedAs() + " hết hiệu lực từ ngày " + DAY.format(ended.day())
                            + ": phần quy định chi tiết văn bản đó cũng hết hiệu lực. Cần ghi rõ điều, khoản nào; nếu không tách được"
                            + " thì toàn bộ văn bản hết hiệu lực (điểm c khoản 2 Điều 38 Nghị định số 34/2016/NĐ-CP).",
                    null));
    }

    private static void missing(
            @Nullable Set<String> provisions, List<Effect> standing, Effect effect, List<EffectWarning> found) {
        var target = effect.targetProvision();
        if (provisions == null || target == null || provisions.isEmpty() || effect.kind() == EffectKind.SUPPLEMENT)
            return;
        if (exists(provisions, target)) return;
        boolean added = standing.stream()
                .filter(e ->
                        e.kind() == EffectKind.SUPPLEMENT || e.kind() == EffectKind.RENUMBER || e.newText() != null)
                .anyMatch(e -> e != effect
                        && e.targetProvision() != null
                        && (target.equals(e.targetProvision()) || target.startsWith(e.targetProvision() + "__")));
        if (!added)
            add(
                    found,
                    Code.NO_SUCH_PROVISION,
                    effect,
                    "Văn bản không có " + effect.targetLabel()
                            + "; có thể viện dẫn sai điều, khoản hoặc thiếu văn bản bổ sung quy định này.");
    }

    static boolean exists(Set<String> provisions, String target) {
        return provisions.contains(target) || provisions.stream().anyMatch(p -> p.startsWith(target + "__"));
    }

    private static void open(Effect effect, List<Effect> standing, List<EffectWarning> found) {
        if (effect.from() != null || effect.boundary() == null) return;
        if (standing.stream().anyMatch(e -> Objects.equals(e.derivedFrom(), effect.id()))) return;
        add(
                found,
                Code.DAY_STILL_OPEN,
                effect,
                EffectLabels.of(effect.kind()) + " chưa xác định được ngày, còn chờ: " + effect.boundary() + ".");
    }

    /** Entered after a later change of the same words: the order of effect decides, the person should know. */
    private static void outOfOrder(List<Effect> standing, Effect effect, List<EffectWarning> found) {
        var from = effect.from();
        if (from == null || !rewrites(effect)) return;
        for (var other : standing) {
            if (other == effect
                    || !rewrites(other)
                    || other.from() == null
                    || !other.from().isAfter(from)) continue;
            if (!Objects.equals(other.targetProvision(), effect.targetProvision())) continue;
            if (!effect.recordedAt().isAfter(other.recordedAt())) continue;
            add(
                    found,
                    Code.OUT_OF_ORDER,
                    effect,
                    "Nhập sau một thay đổi muộn hơn (từ ngày " + DAY.format(other.from())
                            + ") của cùng quy định; nội dung được áp dụng theo thứ tự ngày có hiệu lực.");
            return;
        }
    }

    private static boolean rewrites(Effect effect) {
        return effect.targetProvision() != null
                && switch (effect.kind()) {
                    case AMEND, REPLACE, SUPPLEMENT, SUBSTITUTE -> true;
                    case COMMENCE, REPEAL, RENUMBER, EXPIRE, SUSPEND, RESUME, EXTEND, CORRECT -> false;
                };
    }

    private static void suspensions(List<Effect> standing, List<EffectWarning> found) {
        var all = standing.stream()
                .filter(e -> e.kind() == EffectKind.SUSPEND && e.from() != null)
                .toList();
        for (int i = 0; i < all.size(); i++)
            for (int k = i + 1; k < all.size(); k++) {
                var a = all.get(i);
                var b = all.get(k);
                if (touch(a.targetProvision(), b.targetProvision()) && overlap(a, b, standing))
                    add(
                            found,
                            Code.OVERLAPPING_SUSPENSIONS,
                            b,
                            "Hai lần " + ngung(b) + " chồng nhau về thời gian trên cùng phạm vi.");
            }
        for (var resume : standing) {
            if (resume.kind() != EffectKind.RESUME || resume.from() == null) continue;
            boolean any = all.stream()
                    .anyMatch(s -> touch(s.targetProvision(), resume.targetProvision())
                            && !Objects.requireNonNull(s.from()).isAfter(resume.from()));
            if (!any)
                add(
                        found,
                        Code.NOTHING_TO_RESUME,
                        resume,
                        "Ghi tiếp tục có hiệu lực nhưng trước ngày " + DAY.format(resume.from()) + " không có lần "
                                + ngung(resume) + " nào.");
        }
    }

    private static String ngung(Effect effect) {
        return StatusCode.SUSPENDED
                .labelOn(Objects.requireNonNull(effect.from()))
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean overlap(Effect a, Effect b, List<Effect> standing) {
        var first = Objects.requireNonNull(a.from()).isAfter(b.from()) ? b : a;
        var second = first == a ? b : a;
        var until = first.until();
        for (var resume : standing) {
            if (resume.kind() != EffectKind.RESUME
                    || resume.from() == null
                    || resume.from().isBefore(first.from())) continue;
            if (touch(resume.targetProvision(), first.targetProvision())
                    && (until == null || resume.from().isBefore(until))) until = resume.from();
        }
        return until == null || Objects.requireNonNull(second.from()).isBefore(until);
    }

    private static boolean touch(@Nullable String a, @Nullable String b) {
        return a == null || b == null || a.equals(b) || a.startsWith(b + "__") || b.startsWith(a + "__");
    }

    private static void contradictions(List<Effect> standing, List<EffectWarning> found) {
        for (int i = 0; i < standing.size(); i++)
            for (int k = i + 1; k < standing.size(); k++) {
                var a = standing.get(i);
                var b = standing.get(k);
                var why = contradiction(a, b);
                if (why != null) add(found, Code.CONTRADICTORY, b, why);
            }
    }

    private static @Nullable String contradiction(Effect a, Effect b) {
        if (!Objects.equals(a.targetProvision(), b.targetProvision()) || a.from() == null || b.from() == null)
            return null;
        if (!Objects.equals(a.territory(), b.territory())) return null;
        boolean sameDay = a.from().equals(b.from());
        boolean sameCause = a.causeId() != null && a.causeId().equals(b.causeId());
        if (a.kind() == EffectKind.COMMENCE && b.kind() == EffectKind.COMMENCE && !sameDay)
            return "Hai ngày có hiệu lực khác nhau: " + DAY.format(a.from()) + " và " + DAY.format(b.from()) + ".";
        if (sameCause && a.kind() == b.kind() && ends(a) && !sameDay)
            return "Cùng một văn bản cho hai ngày khác nhau: " + DAY.format(a.from()) + " và " + DAY.format(b.from())
                    + ".";
        if (sameDay && ends(a) != ends(b) && (rewrites(a) || rewrites(b)))
            return "Cùng ngày " + DAY.format(a.from()) + " quy định này vừa được sửa đổi, bổ sung vừa bị bãi bỏ.";
        if (sameDay
                && (a.kind() == EffectKind.SUSPEND && b.kind() == EffectKind.RESUME
                        || a.kind() == EffectKind.RESUME && b.kind() == EffectKind.SUSPEND))
            return "Cùng ngày " + DAY.format(a.from()) + " vừa ngưng vừa tiếp tục có hiệu lực.";
        return null;
    }

    private static boolean ends(Effect effect) {
        return effect.kind() == EffectKind.REPEAL || effect.kind() == EffectKind.EXPIRE;
    }

    /** Whether the document replaces, through whatever chain, what replaces it. */
    private boolean cycles(long documentId) {
        var seen = new HashSet<Long>();
        var waiting = new java.util.ArrayDeque<Long>();
        waiting.add(documentId);
        while (!waiting.isEmpty() && seen.size() < LONGEST_CYCLE) {
            for (var effect : entries.on(waiting.remove())) {
                var cause = effect.causeId();
                boolean replaces =
                        effect.stands() && effect.kind() == EffectKind.REPLACE && effect.targetProvision() == null;
                if (!replaces || cause == null) continue;
                if (cause == documentId) return true;
                if (seen.add(cause)) waiting.add(cause);
            }
        }
        return false;
    }

    private static void add(List<EffectWarning> found, Code code, Effect effect, String message) {
        found.add(new EffectWarning(code, message, effect.id()));
    }
}
