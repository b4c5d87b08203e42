package vn.qppl.wording;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.qppl.consolidation.TextComparison;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.Effect;
import vn.qppl.effect.EffectLabels;
import vn.qppl.effect.Effects;
import vn.qppl.structure.UnitLevel;

/** Wordings as the API shows them, for staff and for the public. */
@Service
public class WordingViews {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int SHORT_QUOTE = 300;

    private final Wordings wordings;
    private final Effects effects;
    private final Register register;
    private final Clock clock;

    WordingViews(Wordings wordings, Effects effects, Register register, Clock clock) {
        this.wordings = wordings;
        this.effects = effects;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Why a wording is as it is.
     *
     * @param documentId of the document that makes the change; null where the reader may not open it, or there is none
     * @param provision the clause of that document
     * @param target the provision it changes; null for the whole
     * @param quote the words that say so, shortened
     * @param note as a consolidated text prints it
     */
    public record WordingCause(
            long effectId,
            String kind,
            String label,
            @Nullable Long documentId,
            @Nullable String document,
            @Nullable String provision,
            @Nullable String target,
            String quote,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String rule,
            @Nullable Instant confirmedAt,
            String note) {}

    public record OutstandingChange(
            @Nullable Long effectId,
            @Nullable String document,
            @Nullable String provision,
            @Nullable String target,
            @Nullable LocalDate from,
            String reason) {}

    public record WordingVersion(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean issued,
            boolean current,
            String url,
            List<WordingCause> causes) {}

    public record WordingVersions(
            long id, LocalDate today, List<WordingVersion> items, List<OutstandingChange> outstanding, int withheld) {}

    /**
     * @param former the words before the repeal; null for one that is not repealed
     * @param status of the provision on the day
     * @param causes of its wording, and of its status where that is not the document's
     */
    public record WordingProvision(
            String address,
            String level,
            String label,
            String number,
            @Nullable String heading,
            String text,
            @Nullable String former,
            String status,
            boolean changed,
            List<WordingCause> causes,
            List<WordingProvision> children) {}

    /** @param document as it is cited */
    public record ConsolidatedDocument(
            @Nullable Long documentId,
            String document,
            String title,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate from) {}

    public record WordingText(
            long id,
            LocalDate on,
            @Nullable Instant knownAt,
            WordingVersion version,
            boolean official,
            String notice,
            List<ConsolidatedDocument> consolidates,
            List<OutstandingChange> outstanding,
            int withheld,
            List<WordingProvision> provisions,
            String text) {}

    public record ComparedPiece(String kind, String before, String after) {}

    public record WordingDifference(
            String address,
            String label,
            String heading,
            String change,
            @Nullable String before,
            @Nullable String after,
            List<ComparedPiece> pieces,
            String note,
            List<WordingCause> causes) {}

    public record ComparedTexts(
            long id,
            LocalDate from,
            LocalDate to,
            WordingVersion before,
            WordingVersion after,
            List<WordingDifference> items) {}

    /** @throws vn.qppl.web.ProblemException {@link WordingProblem#NO_TEXT} */
    public Wording wording(LegalDocument document, @Nullable Instant knownAt, Readers readers) {
        return wordings.of(document, knownAt, readers).orElseThrow(WordingProblem.NO_TEXT::asException);
    }

    public WordingVersions versions(LegalDocument document, @Nullable Instant knownAt, Readers readers) {
        var wording = wording(document, knownAt, readers);
        var today = LocalDate.now(clock);
        var causes = causes(wording, readers);
        return new WordingVersions(
                document.id(),
                today,
                wording.versions().stream()
                        .map(v -> view(document, v, today, causes))
                        .toList(),
                outstanding(wording, LocalDate.MAX, readers),
                wording.withheld());
    }

    private static WordingVersion view(
            LegalDocument document, Wording.Version v, LocalDate today, Map<Long, WordingCause> causes) {
        return new WordingVersion(
                v.from(),
                v.to(),
                v.issued(),
                v.holds(today),
                "/van-ban/" + document.id() + "/" + (v.issued() ? "goc" : v.from()),
                pick(causes, v.causes()));
    }

    /** @throws vn.qppl.web.ProblemException {@link WordingProblem#BEFORE_ISSUE}, {@link WordingProblem#NO_TEXT} */
    public WordingText text(LegalDocument document, LocalDate on, @Nullable Instant knownAt, Readers readers) {
        mustBeIssued(document, on);
        var wording = wording(document, knownAt, readers);
        var day = wording.on(on);
        var onDocument = effects.on(document.id());
        var all = new HashMap<>(wording.effects());
        for (var effect : onDocument) all.put(effect.id(), effect);
        var causes = causes(all.values(), readers);
        var statuses = new ProvisionStatuses(
                effects.validity(document.id(), knownAt == null ? clock.instant() : knownAt, null), on);
        var provisions = new ArrayList<WordingProvision>();
        for (var component : day.components()) {
            if (component.provisions().isEmpty() && !component.address().isEmpty())
                provisions.add(annex(component, causes, statuses));
            for (var p : component.provisions()) provisions.add(view(p, causes, statuses));
        }
        return new WordingText(
                document.id(),
                on,
                knownAt,
                view(document, wording.versionOn(on), LocalDate.now(clock), causes),
                !wording.changed() || wording.versionOn(on).issued(),
                notice(wording, on),
                consolidates(wording, on, readers),
                outstanding(wording, on, readers),
                wording.withheld(),
                provisions,
                day.text());
    }

    /** What stands above the text of a day: which version, what it is put together from, what is missing. */
    public record WordingSummary(
            WordingVersion version,
            @Nullable WordingVersion previous,
            @Nullable WordingVersion next,
            boolean official,
            String notice,
            List<ConsolidatedDocument> consolidates,
            List<OutstandingChange> outstanding,
            int withheld) {}

    public WordingSummary summary(Wording wording, LocalDate on, Readers readers) {
        var causes = causes(wording, readers);
        var today = LocalDate.now(clock);
        var versions = wording.versions();
        int at = versions.indexOf(wording.versionOn(on));
        var document = wording.document();
        return new WordingSummary(
                view(document, versions.get(at), today, causes),
                at > 0 ? view(document, versions.get(at - 1), today, causes) : null,
                at + 1 < versions.size() ? view(document, versions.get(at + 1), today, causes) : null,
                versions.get(at).issued(),
                notice(wording, on),
                consolidates(wording, on, readers),
                outstanding(wording, on, readers),
                wording.withheld());
    }

    private static void mustBeIssued(LegalDocument document, LocalDate on) {
        var issuedOn = document.issuedOn();
        if (issuedOn != null && on.isBefore(issuedOn)) throw WordingProblem.BEFORE_ISSUE.with("issuedOn", issuedOn);
    }

    private static WordingProvision annex(
            DayText.Component c, Map<Long, WordingCause> causes, ProvisionStatuses statuses) {
        return new WordingProvision(
                c.address(),
                c.kind().name(),
                c.label(),
                "",
                null,
                c.repealed() ? c.label() + " (được bãi bỏ)" : c.opening(),
                c.repealed() ? c.opening() : null,
                c.repealed() ? "expired" : statuses.of(c.address()).code(),
                !c.effects().isEmpty(),
                pick(causes, c.effects()),
                List.of());
    }

    private static WordingProvision view(
            DayText.Provision p, Map<Long, WordingCause> causes, ProvisionStatuses statuses) {
        boolean division = p.level().compareTo(UnitLevel.ARTICLE) < 0;
        var status = statuses.of(p.address());
        var why = new LinkedHashSet<>(pick(causes, p.effects()));
        if (status.own()) why.addAll(status.causes(causes::get));
        return new WordingProvision(
                p.address(),
                p.level().name(),
                p.label(),
                p.number(),
                p.heading().isEmpty() ? null : p.heading(),
                p.own(),
                p.repealed() ? p.former() : null,
                p.repealed() && !division ? "expired" : status.code(),
                !p.effects().isEmpty(),
                List.copyOf(why),
                p.children().stream().map(c -> view(c, causes, statuses)).toList());
    }

    /** What a reader must know of a text put together by machine; of one as issued, that it is that. */
    public String notice(Wording wording, LocalDate on) {
        var version = wording.versionOn(on);
        if (version.issued())
            return wording.changed()
                    ? "Lời văn như khi ban hành; có hiệu lực đến trước lần sửa đổi đầu tiên."
                    : "Lời văn như khi ban hành; chưa ghi nhận sửa đổi, bổ sung nào.";
        int count = wording.consolidates(on).size();
        return "Văn bản hợp nhất không chính thức: hệ thống ghép từ văn bản gốc và " + count
                + " văn bản sửa đổi, bổ sung, áp dụng từ ngày "
                + (version.from() == null ? "" : DAY.format(version.from()))
                + ". Chỉ văn bản đã ký và văn bản hợp nhất do cơ quan có thẩm quyền xác thực mới có giá trị pháp lý.";
    }

    private List<ConsolidatedDocument> consolidates(Wording wording, LocalDate on, Readers readers) {
        var ids = wording.consolidates(on);
        var documents = documents(ids);
        var out = new ArrayList<ConsolidatedDocument>();
        for (var id : ids) {
            var document = documents.get(id);
            if (document == null) continue;
            LocalDate from = null;
            for (var effect : wording.effects().values())
                if (effect.causeId() != null
                        && id.equals(effect.causeId())
                        && effect.from() != null
                        && (from == null || effect.from().isBefore(from))) from = effect.from();
            out.add(new ConsolidatedDocument(
                    opens(document, readers) ? id : null,
                    document.citedAs(),
                    document.title(),
                    document.issuedOn(),
                    from));
        }
        return out;
    }

    private static List<OutstandingChange> outstanding(Wording wording, LocalDate on, Readers readers) {
        return wording.outstanding(on).stream()
                .map(u -> new OutstandingChange(u.id(), u.number(), u.provision(), u.target(), u.from(), u.reason()))
                .toList();
    }

    /**
     * @throws vn.qppl.web.ProblemException {@link WordingProblem#BEFORE_ISSUE}, {@link WordingProblem#NO_TEXT},
     *     {@link WordingProblem#DATES_REVERSED}
     */
    public ComparedTexts compare(
            LegalDocument document, LocalDate from, LocalDate to, @Nullable Instant knownAt, Readers readers) {
        if (to.isBefore(from)) throw WordingProblem.DATES_REVERSED.asException();
        mustBeIssued(document, from);
        var wording = wording(document, knownAt, readers);
        var causes = causes(wording, readers);
        var today = LocalDate.now(clock);
        var items = wording.compare(from, to).stream()
                .map(c -> {
                    var why = pick(causes, c.effects());
                    return new WordingDifference(
                            c.address(),
                            c.label(),
                            c.heading(),
                            c.change().name().toLowerCase(java.util.Locale.ROOT),
                            c.before(),
                            c.after(),
                            c.pieces().stream().map(WordingViews::piece).toList(),
                            c.effects().isEmpty() ? "" : brief(wording, c.effects(), readers),
                            why);
                })
                .toList();
        return new ComparedTexts(
                document.id(),
                from,
                to,
                view(document, wording.versionOn(from), today, causes),
                view(document, wording.versionOn(to), today, causes),
                items);
    }

    private static ComparedPiece piece(TextComparison.Piece p) {
        var kind = switch (p.kind()) {
            case SAME -> "same";
            case CHANGED -> "changed";
            case ADDED -> "inserted";
            case REMOVED -> "deleted";
        };
        return new ComparedPiece(kind, p.before(), p.after());
    }

    private String brief(Wording wording, List<Long> ids, Readers readers) {
        var causes = documents(wording.effects().values().stream()
                .map(Effect::causeId)
                .filter(java.util.Objects::nonNull)
                .toList());
        var notes = new LinkedHashSet<String>();
        for (var id : ids) {
            var effect = wording.effects().get(id);
            if (effect == null) continue;
            notes.add(
                    "Được " + ChangeNote.brief(effect, effect.causeId() == null ? null : causes.get(effect.causeId())));
        }
        return String.join("; ", notes);
    }

    /** Of all effects that went in, by id. */
    public Map<Long, WordingCause> causes(Wording wording, Readers readers) {
        return causes(wording.effects().values(), readers);
    }

    private Map<Long, WordingCause> causes(Collection<Effect> of, Readers readers) {
        var documents = documents(of.stream()
                .map(Effect::causeId)
                .filter(java.util.Objects::nonNull)
                .toList());
        var out = new HashMap<Long, WordingCause>();
        for (var effect : of) out.put(effect.id(), cause(effect, documents, readers));
        return out;
    }

    private static WordingCause cause(Effect e, Map<Long, LegalDocument> documents, Readers readers) {
        var source = e.causeId() == null ? null : documents.get(e.causeId());
        var quote = e.quote();
        return new WordingCause(
                e.id(),
                e.kind().code(),
                EffectLabels.of(e.kind()),
                source != null && opens(source, readers) ? source.id() : null,
                source == null ? null : source.citedAs(),
                e.causeLabel(),
                e.targetLabel(),
                quote.length() <= SHORT_QUOTE ? quote : quote.substring(0, SHORT_QUOTE) + "…",
                e.from(),
                e.until(),
                e.rule(),
                e.confirmedAt(),
                ChangeNote.of(e, levelOf(e), source));
    }

    private static @Nullable UnitLevel levelOf(Effect e) {
        var label = e.targetLabel();
        if (label == null) return null;
        var lower = label.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("điểm")) return UnitLevel.POINT;
        if (lower.startsWith("khoản")) return UnitLevel.CLAUSE;
        if (lower.startsWith("điều") || lower.startsWith("tên điều")) return UnitLevel.ARTICLE;
        if (lower.startsWith("chương")) return UnitLevel.CHAPTER;
        if (lower.startsWith("mục")) return UnitLevel.SECTION;
        return null;
    }

    private static boolean opens(LegalDocument document, Readers readers) {
        return switch (readers) {
            case STAFF -> true;
            case PUBLIC -> document.open();
        };
    }

    Map<Long, LegalDocument> documents(Collection<Long> ids) {
        return register.byId(ids);
    }

    private static List<WordingCause> pick(Map<Long, WordingCause> causes, List<Long> ids) {
        return ids.stream().map(causes::get).filter(java.util.Objects::nonNull).toList();
    }
}
