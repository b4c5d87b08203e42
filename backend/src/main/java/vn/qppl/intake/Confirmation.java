package vn.qppl.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.Readings;
import vn.qppl.document.DocumentFacts;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.document.Relations;
import vn.qppl.effect.Effects;
import vn.qppl.effect.NewEffect;
import vn.qppl.effect.RulesOfLaw;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.reading.Citation;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.Finding;
import vn.qppl.reading.ProposedEffect;
import vn.qppl.reading.Reading;
import vn.qppl.reading.RelationKind;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.text.Span;
import vn.qppl.web.ProblemException;

/** The act by which a person makes of a file a document of the register: facts, first effects, bases and file in one transaction. */
@Service
class Confirmation {
    private static final int LONGEST_QUOTE = 1000;

    private final IntakeItems items;
    private final Register register;
    private final Relations relations;
    private final Effects effects;
    private final EffectAcceptance effectAcceptance;
    private final CitedDocuments citations;
    private final EffectProposals proposals;
    private final DocumentFiles files;
    private final Readings readings;
    private final OrganisationDirectory directory;
    private final Corrections corrections;

    Confirmation(
            IntakeItems items,
            Register register,
            Relations relations,
            Effects effects,
            EffectAcceptance effectAcceptance,
            CitedDocuments citations,
            EffectProposals proposals,
            DocumentFiles files,
            Readings readings,
            OrganisationDirectory directory,
            Corrections corrections) {
        this.corrections = corrections;
        this.items = items;
        this.register = register;
        this.relations = relations;
        this.effects = effects;
        this.effectAcceptance = effectAcceptance;
        this.citations = citations;
        this.proposals = proposals;
        this.files = files;
        this.readings = readings;
        this.directory = directory;
    }

    /**
     * @param version of the item as the person saw it
     * @param sameAs a document of the register whose file this is; null enters a new document
     * @param accepted effects on this and other documents that the person accepts with it
     * @param pointedAt words the person gave as evidence of a field, by the reading's name of it; null where nobody looked at the
     *     fields one by one, so that nothing was corrected
     * @return the document's id
     * @throws ProblemException {@link IntakeProblem#DECIDED_MEANWHILE} naming who was faster, and the register's own problems
     */
    @Transactional
    public long confirm(
            IntakeItem item,
            long version,
            ConfirmedFields fields,
            boolean publish,
            @Nullable Long sameAs,
            List<ProposedEffect> accepted,
            @Nullable Map<String, Span> pointedAt,
            long by) {
        var read = readings.of(item.sha256());
        long documentId;
        if (sameAs != null) {
            documentId = register.get(sameAs).id();
        } else {
            var document = register.confirm(facts(fields), by);
            documentId = document.id();
            read.ifPresent(r -> register.willAsk(named(r.reading())));
            recordFirstEffects(document, fields, read.orElse(null), pointedAt == null ? Map.of() : pointedAt, by);
            if (read.isPresent()) {
                if (pointedAt != null) corrections.keep(item, read.get().reading(), fields, pointedAt, by);
                relate(document, read.get(), by);
                var waiting = new LinkedHashSet<>(read.get().reading().effects());
                accepted.forEach(waiting::remove);
                waiting.addAll(effectAcceptance.accept(document, fields, read.get(), accepted, by));
                proposals.keep(document, read.get(), List.copyOf(waiting));
            }
        }
        files.attach(documentId, item.sha256(), item.fileName(), "ORIGINAL", by);
        if (!items.decide(item.id(), version, ItemState.READ, ItemState.CONFIRMED, documentId, by, null)) {
            throw decidedMeanwhile(item.id());
        }
        items.copiesBecame(item.sha256(), documentId);
        if (publish && sameAs == null) {
            register.publish(documentId, register.get(documentId).version(), by);
        }
        return documentId;
    }

    ProblemException decidedMeanwhile(long itemId) {
        var now = items.find(itemId).orElseThrow(IntakeProblem.NO_SUCH_ITEM::asException);
        var extras = new LinkedHashMap<String, Object>();
        extras.put("currentVersion", now.version());
        extras.put("state", now.state().name());
        if (now.decidedBy() != null) extras.put("changedBy", directory.personName(now.decidedBy()));
        if (now.decidedAt() != null) extras.put("changedAt", now.decidedAt().toString());
        if (now.documentId() != null) extras.put("documentId", now.documentId());
        return IntakeProblem.DECIDED_MEANWHILE.with(extras);
    }

    /** The facts as the reading has them, for acceptance without a person looking at each; empty where one is doubtful. */
    Optional<ConfirmedFields> certainFields(Reading reading) {
        var number = reading.number();
        var type = reading.type();
        var issuer = reading.issuer();
        var issuedOn = reading.issuedOn();
        var title = reading.title();
        if (number == null || type == null || issuer == null || issuedOn == null || title == null)
            return Optional.empty();
        if (!Summary.certain(reading)) return Optional.empty();
        var normative = reading.normative();
        var match = directory.match(issuer.value(), issuedOn.value());
        return Optional.of(new ConfirmedFields(
                number.value(),
                type.value(),
                match.map(Organisation::id).orElse(null),
                issuer.value(),
                sureOrNull(reading.signer()),
                sureOrNull(reading.capacity()),
                sureOrNull(reading.place()),
                issuedOn.value(),
                title.value(),
                sureOrNull(reading.effectiveFrom()),
                sureOrNull(reading.effectiveUntil()),
                null,
                normative != null && normative.value()));
    }

    DocumentFacts facts(ConfirmedFields fields) {
        var number = fields.number() == null || fields.number().isBlank()
                ? null
                : DocumentNumber.parse(fields.number()).orElseThrow(IntakeProblem.NUMBER_NOT_READABLE::asException);
        // a person may leave the body as the text names it: one body has one identity however it was entered
        var issuer = fields.issuerId() != null
                ? directory.get(fields.issuerId())
                : fields.issuedOn() == null
                        ? null
                        : directory
                                .match(fields.issuerName(), fields.issuedOn())
                                .orElse(null);
        return new DocumentFacts(
                number,
                DocumentType.named(fields.type()),
                issuer == null ? null : (Long) issuer.id(),
                issuer == null ? fields.issuerName() : issuer.name(),
                issuer == null
                        ? levelOf(fields.issuerName())
                        : IssuerLevel.valueOf(issuer.level().name()),
                fields.title(),
                fields.issuedOn(),
                fields.signer(),
                fields.capacity(),
                fields.place(),
                fields.field(),
                fields.normative());
    }

    /** Of a body that is not among our organisations, by the words of its name. */
    static IssuerLevel levelOf(String issuerName) {
        var name = issuerName.toLowerCase(java.util.Locale.ROOT);
        boolean local = name.contains("nhân dân") && !name.contains("tối cao");
        if (!local) return name.isBlank() ? IssuerLevel.UNKNOWN : IssuerLevel.CENTRAL;
        if (name.contains("tỉnh")
                || name.matches(".*thành phố (hà nội|hồ chí minh|hải phòng|đà nẵng|cần thơ|huế)\\b.*")) {
            return IssuerLevel.PROVINCE;
        }
        if (name.contains("huyện") || name.contains("quận") || name.contains("thị xã")) return IssuerLevel.DISTRICT;
        if (name.contains(" xã") || name.contains("phường") || name.contains("thị trấn") || name.contains("đặc khu")) {
            return IssuerLevel.COMMUNE;
        }
        return name.contains("thành phố") ? IssuerLevel.PROVINCE : IssuerLevel.UNKNOWN;
    }

    private void recordFirstEffects(
            LegalDocument document,
            ConfirmedFields fields,
            Readings.@Nullable Read read,
            Map<String, Span> pointedAt,
            long by) {
        var first = new ArrayList<NewEffect>();
        if (fields.effectiveFrom() != null) {
            first.add(Effects.commencement(
                    document.id(),
                    fields.effectiveFrom(),
                    clause(read, EffectKind.COMMENCE, fields.effectiveFrom()),
                    quote(
                            read,
                            span(
                                    read == null ? null : read.reading().effectiveFrom(),
                                    fields.effectiveFrom(),
                                    pointedAt.get("effectiveFrom")))));
        }
        if (fields.effectiveUntil() != null) {
            first.add(Effects.term(
                    document.id(),
                    fields.effectiveUntil(),
                    clause(read, EffectKind.EXPIRE, fields.effectiveUntil()),
                    quote(
                            read,
                            span(
                                    read == null ? null : read.reading().effectiveUntil(),
                                    fields.effectiveUntil(),
                                    pointedAt.get("effectiveUntil")))));
        }
        RulesOfLaw.endOfDistrictTexts(document).ifPresent(first::add);
        if (!first.isEmpty()) effects.record(document.id(), first, by);
    }

    private static @Nullable String clause(Readings.@Nullable Read read, EffectKind kind, LocalDate day) {
        var effect = read == null ? null : EffectAcceptance.clauseOf(read, kind, day);
        return effect == null ? null : effect.causeProvision();
    }

    /** Where the text says the confirmed day: what the person pointed at, or what was read; null where it says another or none. */
    private static @Nullable Span span(
            @Nullable Finding<LocalDate> finding, LocalDate confirmed, @Nullable Span pointedAt) {
        if (pointedAt != null) return pointedAt;
        return finding == null || !finding.value().equals(confirmed) ? null : finding.span();
    }

    /** The line of the text that says the date; the person's own entry where none does. */
    private static String quote(Readings.@Nullable Read read, @Nullable Span says) {
        if (read == null || says == null) return "Người xác nhận nhập ngày này.";
        var text = read.text().text();
        int start = text.lastIndexOf('\n', Math.max(0, says.start() - 1)) + 1;
        int end = text.indexOf('\n', Math.min(text.length(), says.end()));
        if (end < 0) end = text.length();
        var line = text.substring(start, end).strip();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }

    /** Numbers of the documents that a text is based on or acts on. */
    private static List<DocumentNumber> named(Reading reading) {
        return Stream.concat(
                        reading.bases().stream().map(Citation::number),
                        reading.effects().stream().map(ProposedEffect::target))
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(number -> DocumentNumber.parse(number).stream())
                .toList();
    }

    /** The bases, which the person saw beside the text. Those without a number stay readable in the text and are not linked. */
    private void relate(LegalDocument document, Readings.Read read, long by) {
        var text = read.text().text();
        var found = new ArrayList<Relations.NewRelation>();
        var numbers = new LinkedHashSet<String>();
        for (var basis : read.reading().bases()) {
            if (basis.number() == null || !numbers.add(basis.number())) continue;
            citations
                    .named(document, text, basis.span(), basis.number(), basis.title(), basis.issuedOn())
                    .filter(cited -> cited.id() != document.id())
                    .ifPresent(cited -> found.add(new Relations.NewRelation(
                            RelationKind.BASED_ON,
                            document.id(),
                            null,
                            cited.id(),
                            basis.provision(),
                            quote(text, basis))));
        }
        var parents = new LinkedHashSet<Long>();
        for (var parent : DetailedText.of(read.reading(), text)) {
            var detailed = citations.named(document, text, parent.span(), parent.number(), null, null);
            if (detailed.isEmpty() || detailed.get().id() == document.id()) continue;
            if (!parents.add(detailed.get().id())) continue;
            var words = parent.span().in(text);
            found.add(new Relations.NewRelation(
                    parent.kind(),
                    document.id(),
                    null,
                    detailed.get().id(),
                    parent.provision(),
                    words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "…"));
        }
        relations.record(found, by);
        if (!parents.isEmpty()) effects.followParents(document.id(), by);
    }

    private static String quote(String text, Citation citation) {
        var words = citation.span().in(text);
        return words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "…";
    }

    private static <T> @Nullable T sureOrNull(@Nullable Finding<T> finding) {
        return finding != null && finding.certain() ? finding.value() : null;
    }

    LegalDocument document(long id) {
        return register.get(id);
    }

    /** Documents of the register that this one may already be. */
    List<LegalDocument> sameNumber(@Nullable String number) {
        return number == null
                ? List.of()
                : DocumentNumber.parse(number).map(register::withNumber).orElse(List.of());
    }
}
