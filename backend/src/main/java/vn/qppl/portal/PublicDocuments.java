package vn.qppl.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import vn.qppl.effect.Places;
import vn.qppl.effect.RelatedDocuments;
import vn.qppl.effect.StatusCode;
import vn.qppl.effect.Validity;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.structure.LegalText;

/** What anybody may know of a published document. Everything public passes through here: one place that asks whether it is open. */
@Component
class PublicDocuments {
    private static final int MOST_CAUSES = 50;
    private static final int MOST_PLACES = 200;

    private final Register register;
    private final Effects effects;
    private final RelatedDocuments related;
    private final DocumentFiles files;
    private final Places places;
    private final OrganisationDirectory directory;
    private final Clock clock;

    PublicDocuments(
            Register register,
            Effects effects,
            RelatedDocuments related,
            DocumentFiles files,
            Places places,
            OrganisationDirectory directory,
            Clock clock) {
        this.register = register;
        this.effects = effects;
        this.related = related;
        this.files = files;
        this.places = places;
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

    /** @param key as in {@code ?place=} */
    record Place(String key, String name) {}

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

    /** A provision's status, and the causes that its answer shares with others'. */
    record ProvisionStatus(String address, String label, String status, List<Cause> causes) {}

    /**
     * Every article of the text as issued, and what effects name beside: later articles, clauses, points. What most of a long text has in
     * common is worked out once.
     */
    List<ProvisionStatus> provisions(LegalDocument d, Validity validity, LocalDate on) {
        var labels = new LinkedHashMap<String, String>();
        structured(d).ifPresent(read -> {
            for (var component : read.structure().components()) {
                var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
                // a decision has an Điều 3 of its own and one of the regulation that it issues
                var of = component.kind() == LegalText.ComponentKind.REGULATION ? " Quy định ban hành kèm theo" : "";
                for (var article : Articles.of(component))
                    labels.putIfAbsent(prefix + article.eId(), "Điều " + article.number() + of);
            }
        });
        var acting = effects.on(d.id());
        for (var effect : actedOn(acting)) {
            var eId = effect.targetProvision();
            var label = effect.targetLabel();
            if (eId != null) labels.putIfAbsent(eId, label == null ? eId : label);
        }
        var causes = causes(acting);
        var shared = new HashMap<List<EffectFact>, List<Cause>>();
        var found = new ArrayList<ProvisionStatus>();
        labels.forEach((eId, label) -> {
            var status = validity.provisionOn(eId, on);
            found.add(new ProvisionStatus(
                    eId,
                    label,
                    status.code().code(),
                    shared.computeIfAbsent(status.causes(), facts -> shown(facts, causes))));
        });
        return found;
    }

    /** Places in which something about the document is otherwise than elsewhere, by name; empty where it is one everywhere. */
    List<Place> places(LegalDocument d) {
        var found = new TreeMap<String, String>();
        for (var effect : effects.on(d.id())) {
            var key = effect.territory();
            if (key != null && effect.stands() && found.size() < MOST_PLACES)
                found.computeIfAbsent(key, k -> places.name(k, effect.quote()));
        }
        return found.entrySet().stream()
                .map(e -> new Place(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Place::name))
                .toList();
    }

    Validity validity(LegalDocument d, @Nullable Instant knownAt, @Nullable String place) {
        return effects.validity(d.id(), knownAt == null ? clock.instant() : knownAt, place);
    }

    private Status view(LegalDocument d, Validity.Status status, LocalDate on) {
        var wanted =
                status.causes().stream().limit(MOST_CAUSES).map(EffectFact::id).collect(Collectors.toSet());
        var causes = causes(
                effects.on(d.id()).stream().filter(e -> wanted.contains(e.id())).toList());
        return new Status(
                status.code().code(),
                status.code().labelOn(on),
                on,
                status.since(),
                status.until(),
                shown(status.causes(), causes));
    }

    private static List<Cause> shown(List<EffectFact> facts, Map<Long, Cause> causes) {
        return facts.stream()
                .limit(MOST_CAUSES)
                .map(fact -> causes.get(fact.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** By effect; the documents that they come from are asked for at once. */
    private Map<Long, Cause> causes(List<Effect> of) {
        var ids = new TreeSet<Long>();
        for (var effect : of) if (effect.causeId() != null) ids.add(effect.causeId());
        var sources = register.byId(ids);
        var found = new HashMap<Long, Cause>();
        for (var effect : of) found.put(effect.id(), cause(effect, Optional.ofNullable(sources.get(effect.causeId()))));
        return found;
    }

    private static Cause cause(Effect effect, Optional<LegalDocument> source) {
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
    private static List<Effect> actedOn(List<Effect> acting) {
        var seen = new java.util.TreeMap<String, Effect>();
        for (var effect : acting) {
            var provision = effect.targetProvision();
            if (provision != null && effect.stands()) seen.putIfAbsent(provision, effect);
        }
        return List.copyOf(seen.values());
    }

    /** All effects on the document that are known now, by first day. */
    List<Cause> effects(LegalDocument d) {
        var known = effects.on(d.id()).stream()
                .filter(e -> e.confirmedAt() != null && e.retractedAt() == null)
                .sorted(Comparator.comparing(Effect::from, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(2000)
                .toList();
        var causes = causes(known);
        return known.stream()
                .map(e -> Objects.requireNonNull(causes.get(e.id())))
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

    Optional<Readings.Structured> structured(LegalDocument d) {
        return files.structuredOf(d.id());
    }

    Optional<DocumentFiles.DocumentFile> file(LegalDocument d, long fileId) {
        return files.find(d.id(), fileId);
    }

    java.nio.file.Path path(DocumentFiles.DocumentFile file) {
        return files.path(file.sha256());
    }
}
