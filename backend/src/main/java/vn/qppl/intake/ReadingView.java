package vn.qppl.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.qppl.attachment.Readings;
import vn.qppl.people.Organisation;
import vn.qppl.reading.Citation;
import vn.qppl.reading.Finding;
import vn.qppl.reading.ProposedEffect;
import vn.qppl.reading.Reading;
import vn.qppl.reading.TransitionalClause;
import vn.qppl.structure.TextTable;
import vn.qppl.structure.Unit;
import vn.qppl.text.ExtractedText;
import vn.qppl.text.ExtractionNotice;
import vn.qppl.text.TextEncoding;

/** What was read from a file, with its evidence as offsets into the text (UTF-16 units, as a browser counts). */
record ReadingView(
        Map<String, Field> fields,
        @Nullable IssuerMatch issuerMatch,
        List<Mention> bases,
        List<Mention> citations,
        List<ReadEffect> effects,
        List<ReadTransition> transitions,
        List<Heading> outline,
        TextEncoding encoding,
        List<Converted> conversions,
        List<Doubt> doubtfulWords,
        List<Integer> scannedPages,
        List<ExtractionNotice> notices) {

    /** A browser is given this many citations at most; the rest are in the text. */
    private static final int MOST = 2000;

    record Field(
            Object value,
            int start,
            int end,
            double confidence,
            boolean certain,
            @Nullable String reason) {}

    record IssuerMatch(long organisationId, String name) {}

    record Mention(
            @Nullable String number,
            @Nullable String title,
            @Nullable LocalDate issuedOn,
            @Nullable String provision,
            String relation,
            int start,
            int end,
            double confidence,
            @Nullable String reason) {}

    record ReadEffect(
            String kind,
            boolean self,
            @Nullable String target,
            @Nullable String targetTitle,
            @Nullable String targetProvision,
            @Nullable String causeProvision,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String boundary,
            @Nullable Integer newTextStart,
            @Nullable Integer newTextEnd,
            @Nullable String oldWords,
            @Nullable String newWords,
            @Nullable String position,
            int start,
            int end,
            double confidence,
            boolean certain,
            @Nullable String reason) {}

    /**
     * A transitional or savings clause.
     *
     * @param rules what goes on or applies, as lawyers write it: "khoản 2 Điều 5 12/2019/QĐ-UBND"; empty where the text names none
     */
    record ReadTransition(
            String kind,
            @Nullable String causeProvision,
            String subject,
            List<String> rules,
            @Nullable LocalDate before,
            @Nullable LocalDate until,
            @Nullable String untilEvent,
            int start,
            int end,
            double confidence,
            String reason) {}

    record Heading(
            String eId,
            String level,
            String number,
            @Nullable String heading,
            int start,
            int end,
            int depth) {}

    record Converted(int start, int end, TextEncoding from, String original) {}

    record Doubt(int start, int end, double confidence) {}

    static ReadingView of(Readings.Read read, @Nullable Organisation issuer) {
        var reading = read.reading();
        return new ReadingView(
                fields(reading),
                issuer == null ? null : new IssuerMatch(issuer.id(), issuer.name()),
                mentions(reading.bases()),
                mentions(reading.citations()),
                reading.effects().stream().limit(MOST).map(ReadingView::effect).toList(),
                reading.transitions().stream()
                        .limit(MOST)
                        .map(clause -> transition(clause, reading))
                        .toList(),
                outline(reading),
                read.text().encoding(),
                read.text().conversions().stream()
                        .limit(MOST)
                        .map(ReadingView::converted)
                        .toList(),
                read.text().doubtfulWords().stream()
                        .limit(MOST)
                        .map(ReadingView::doubt)
                        .toList(),
                read.text().scannedPages(),
                read.text().notices());
    }

    private static Map<String, Field> fields(Reading reading) {
        var fields = new LinkedHashMap<String, Field>();
        put(fields, "number", reading.number());
        put(fields, "type", reading.type());
        put(fields, "issuer", reading.issuer());
        put(fields, "issuedOn", reading.issuedOn());
        put(fields, "title", reading.title());
        put(fields, "signer", reading.signer());
        put(fields, "capacity", reading.capacity());
        put(fields, "place", reading.place());
        put(fields, "effectiveFrom", reading.effectiveFrom());
        put(fields, "effectiveUntil", reading.effectiveUntil());
        put(fields, "gazette", reading.gazette());
        put(fields, "normative", reading.normative());
        return fields;
    }

    private static void put(Map<String, Field> fields, String name, @Nullable Finding<? extends Object> finding) {
        if (finding == null) return;
        fields.put(
                name,
                new Field(
                        finding.value(),
                        finding.span().start(),
                        finding.span().end(),
                        finding.confidence(),
                        finding.certain(),
                        finding.reason()));
    }

    private static List<Mention> mentions(List<Citation> citations) {
        return citations.stream()
                .limit(MOST)
                .map(c -> new Mention(
                        c.number(),
                        c.title(),
                        c.issuedOn(),
                        c.provision(),
                        c.relation().name(),
                        c.span().start(),
                        c.span().end(),
                        c.confidence(),
                        c.reason()))
                .toList();
    }

    private static ReadEffect effect(ProposedEffect e) {
        var newText = e.newText();
        return new ReadEffect(
                e.kind().code(),
                e.self(),
                e.target(),
                e.targetTitle(),
                e.targetProvision(),
                e.causeProvision(),
                e.from(),
                e.until(),
                e.boundary(),
                newText == null ? null : newText.start(),
                newText == null ? null : newText.end(),
                e.oldWords(),
                e.newWords(),
                e.position(),
                e.span().start(),
                e.span().end(),
                e.confidence(),
                e.confidence() >= Finding.CERTAIN,
                e.reason());
    }

    private static ReadTransition transition(TransitionalClause clause, Reading reading) {
        var own = reading.number() == null ? null : reading.number().value();
        return new ReadTransition(
                clause.kind().code(),
                clause.causeProvision(),
                clause.subject(),
                clause.governedBy().stream().map(rule -> named(rule, own)).toList(),
                clause.before(),
                clause.until(),
                clause.untilEvent(),
                clause.span().start(),
                clause.span().end(),
                clause.confidence(),
                clause.reason());
    }

    private static String named(TransitionalClause.Rule rule, @Nullable String own) {
        var number = rule.self() ? own : rule.number();
        var document = number != null ? number : rule.title() != null ? rule.title() : "văn bản này";
        return rule.provision() == null ? document : rule.provision() + " " + document;
    }

    private static List<Heading> outline(Reading reading) {
        var outline = new ArrayList<Heading>();
        for (var component : reading.structure().components()) {
            if (!component.eId().isEmpty()) {
                outline.add(new Heading(
                        component.eId(),
                        component.kind().name(),
                        component.number() == null ? "" : component.number(),
                        component.title(),
                        component.span().start(),
                        component.span().end(),
                        0));
            }
            for (var unit : component.units())
                add(outline, unit, component.eId().isEmpty() ? 0 : 1);
        }
        for (var table : TextTable.of(reading.structure()))
            outline.add(new Heading(
                    table.eId(),
                    "TABLE",
                    table.number() == null ? "" : table.number(),
                    table.caption(),
                    table.span().start(),
                    table.span().end(),
                    1));
        return outline;
    }

    /** Down to the article; a reader scrolls from there. */
    private static void add(List<Heading> outline, Unit unit, int depth) {
        outline.add(new Heading(
                unit.eId(),
                unit.level().name(),
                unit.number(),
                unit.heading(),
                unit.span().start(),
                unit.span().end(),
                depth));
        if (unit.level().compareTo(vn.qppl.structure.UnitLevel.ARTICLE) >= 0) return;
        for (var child : unit.children()) add(outline, child, depth + 1);
    }

    private static Converted converted(ExtractedText.Conversion c) {
        return new Converted(c.span().start(), c.span().end(), c.from(), c.original());
    }

    private static Doubt doubt(ExtractedText.DoubtfulWord d) {
        return new Doubt(d.span().start(), d.span().end(), d.confidence());
    }
}
