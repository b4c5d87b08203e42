package vn.qppl.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.Readings;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.Effect;
import vn.qppl.effect.EffectFact;
import vn.qppl.effect.EffectLabels;
import vn.qppl.effect.Effects;
import vn.qppl.effect.RelatedDocuments;
import vn.qppl.effect.StatusCode;
import vn.qppl.effect.Validity;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;

/** What anybody may know of a published document. Everything public passes through here: one place that asks whether it is open. */
@Component
class PublicDocuments {
    private static final int MOST_CAUSES = 50;

    private final Register register;
    private final Effects effects;
    private final RelatedDocuments related;
    private final DocumentFiles files;
    private final OrganisationDirectory directory;
    private final Clock clock;

    PublicDocuments(
            Register register,
            Effects effects,
            RelatedDocuments related,
            DocumentFiles files,
            OrganisationDirectory directory,
            Clock clock) {
        this.register = register;
        this.effects = effects;
        this.related = related;
        this.files = files;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param document id of the causing document where it is public; null otherwise */
    /** @param to the same day as {@code until}: the first without the effect */
    record Cause(
            String kind,
            String label,
            @Nullable Long documentId,
            @Nullable String document,
            @Nullable String provision,
            @Nullable String target,
            String quote,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate to,
            @Nullable String rule,
            @Nullable Instant confirmedAt) {}

    record Status(
            String code,
            String label,
            LocalDate on,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            List<Cause> causes) {}

    record PublicFile(long id, String fileName, @Nullable String mediaType, long size, String sha256, String url) {}

    record Related(
            String kind,
            String label,
            String number,
            String title,
            @Nullable String url,
            @Nullable String provision,
            String status,
            String statusLabel) {}

    record Facts(
            long id,
            String number,
            String type,
            String title,
            String issuer,
            List<String> issuerNow,
            @Nullable LocalDate issuedOn,
            @Nullable String signer,
            @Nullable String field,
            boolean normative,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            Instant publishedAt,
            Instant changedAt,
            String url) {}

    /** Empty for one that does not exist or was never published; {@link PortalProblem#WITHDRAWN} with the reason for a withdrawn one. */
    LegalDocument open(long id) {
        var document = register.find(id).filter(d -> !d.stub() && d.publishedAt() != null);
        if (document.isEmpty()) throw PortalProblem.NOT_FOUND.asException();
        if (!document.get().open()) {
            var reason = document.get().withdrawnReason();
            throw PortalProblem.WITHDRAWN.with("reason", reason == null ? "" : reason);
        }
        return document.get();
    }

    /** A year the database has days of. */
    static Year bounded(Year year) {
        return Year.of(Math.clamp(year.getValue(), 1000, 9998));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Facts facts(LegalDocument d) {
        var facts = d.facts();
        var validity = effects.validity(d.id(), clock.instant(), null);
        LocalDate from = null;
        for (var run : validity.runs()) {
            if (run.code() != StatusCode.NOT_YET && run.code() != StatusCode.UNKNOWN) {
                from = run.from();
                break;
            }
        }
        var last = validity.runs().getLast();
        var published = d.publishedAt();
        return new Facts(
                d.id(),
                d.numberWritten(),
                d.type().label(),
                d.title(),
                d.issuerName(),
                d.issuerId() == null
                        ? List.of()
                        : directory.successors(d.issuerId()).stream()
                                .map(Organisation::name)
                                .toList(),
                d.issuedOn(),
                facts.signer(),
                d.field(),
                d.normative(),
                from,
                last.code() == StatusCode.EXPIRED ? last.from() : null,
                published == null ? d.changedAt() : published,
                d.changedAt(),
                url(d.id()));
    }

    static String url(long id) {
        return "/van-ban/" + id;
    }

    Status status(LegalDocument d, LocalDate on, @Nullable Instant knownAt, @Nullable String place) {
        var validity = effects.validity(d.id(), knownAt == null ? clock.instant() : knownAt, place);
        return view(d, validity.on(on), on);
    }

    Status provisionStatus(LegalDocument d, Validity validity, String eId, LocalDate on) {
        return view(d, validity.provisionOn(eId, on), on);
    }

    Validity validity(LegalDocument d, @Nullable Instant knownAt, @Nullable String place) {
        return effects.validity(d.id(), knownAt == null ? clock.instant() : knownAt, place);
    }

    private Status view(LegalDocument d, Validity.Status status, LocalDate on) {
        var byId = new HashMap<Long, Effect>();
        for (var effect : effects.on(d.id())) byId.put(effect.id(), effect);
        var causes = new ArrayList<Cause>();
        for (EffectFact fact : status.causes().stream().limit(MOST_CAUSES).toList()) {
            var effect = byId.get(fact.id());
            if (effect != null) causes.add(cause(effect));
        }
        return new Status(status.code().code(), status.code().labelOn(on), on, status.since(), status.until(), causes);
    }

    private Cause cause(Effect effect) {
        var causeId = effect.causeId();
        var source = causeId == null ? Optional.<LegalDocument>empty() : register.find(causeId);
        return new Cause(
                effect.kind().code(),
                EffectLabels.of(effect.kind()),
                source.filter(LegalDocument::open).map(LegalDocument::id).orElse(null),
                source.map(LegalDocument::citedAs).orElse(null),
                effect.causeLabel(),
                effect.targetLabel(),
                effect.quote(),
                effect.from(),
                effect.until(),
                effect.until(),
                effect.rule(),
                effect.confirmedAt());
    }

    /** Provisions below the articles that effects act on, each once: what became of a clause or a point of its own. */
    List<Effect> actedOn(LegalDocument d) {
        var seen = new java.util.TreeMap<String, Effect>();
        for (var effect : effects.on(d.id())) {
            var provision = effect.targetProvision();
            if (provision != null && effect.stands()) seen.putIfAbsent(provision, effect);
        }
        return List.copyOf(seen.values());
    }

    /** All effects on the document that are known now, by first day. */
    List<Cause> effects(LegalDocument d) {
        return effects.on(d.id()).stream()
                .filter(e -> e.confirmedAt() != null && e.retractedAt() == null)
                .sorted(Comparator.comparing(Effect::from, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(2000)
                .map(this::cause)
                .toList();
    }

    /** Documents not public are named without a link: that they exist is in the published text itself. */
    List<Related> relations(LegalDocument d, LocalDate on) {
        var found = related.of(d.id()).stream().limit(500).toList();
        var ids = found.stream()
                .map(RelatedDocuments.Related::documentId)
                .distinct()
                .toList();
        Map<Long, LegalDocument> documents = new HashMap<>();
        for (var document : register.all(ids)) documents.put(document.id(), document);
        var statuses = effects.statuses(ids, on);
        var views = new ArrayList<Related>();
        for (var relation : found) {
            var other = documents.get(relation.documentId());
            // an unpublished document that says something of this one is not the public's yet
            if (other == null || (!relation.active() && !other.open())) continue;
            var status = statuses.getOrDefault(other.id(), StatusCode.UNKNOWN);
            views.add(new Related(
                    relation.kind().name(),
                    relation.label(),
                    other.citedAs(),
                    other.title(),
                    other.open() ? url(other.id()) : null,
                    relation.provision(),
                    status.code(),
                    status.labelOn(on)));
        }
        return views;
    }

    /** Of the documents this one has to do with and that are public: page by number as written. */
    Map<String, String> pagesOfRelated(LegalDocument d) {
        var ids = related.of(d.id()).stream()
                .limit(2000)
                .map(RelatedDocuments.Related::documentId)
                .distinct()
                .toList();
        var pages = new HashMap<String, String>();
        for (var other : register.all(ids)) if (other.open()) pages.put(other.numberWritten(), url(other.id()));
        return pages;
    }

    List<PublicFile> files(LegalDocument d) {
        return files.of(d.id()).stream()
                .map(f -> new PublicFile(
                        f.id(), f.fileName(), f.mediaType(), f.size(), f.sha256(), url(d.id()) + "/tep/" + f.id()))
                .toList();
    }

    Optional<Readings.Read> text(LegalDocument d) {
        return files.textOf(d.id());
    }

    Optional<DocumentFiles.DocumentFile> file(LegalDocument d, long fileId) {
        return files.find(d.id(), fileId);
    }

    java.nio.file.Path path(DocumentFiles.DocumentFile file) {
        return files.path(file.sha256());
    }
}
