package vn.qppl.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.RelatedDocuments;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.structure.UnitLevel;
import vn.qppl.wording.DayText;
import vn.qppl.wording.Readers;
import vn.qppl.wording.Wording;
import vn.qppl.wording.Wordings;

/**
 * A document, and each of its versions, as schema.org's {@code Legislation}. Links of legal analysis stand on the act that has the force;
 * on what it changes they are turned round. Intervals are ISO 8601, their last day included.
 */
@Component
class LinkedData {
    private static final String SCHEMA = "https://schema.org/";
    private static final int MOST_LINKS = 200;

    private final PublicDocuments documents;
    private final Register register;
    private final RelatedDocuments related;
    private final OrganisationDirectory directory;
    private final Wordings wordings;
    private final JsonMapper json;

    LinkedData(
            PublicDocuments documents,
            Register register,
            RelatedDocuments related,
            OrganisationDirectory directory,
            Wordings wordings,
            JsonMapper json) {
        this.documents = documents;
        this.register = register;
        this.related = related;
        this.directory = directory;
        this.wordings = wordings;
        this.json = json;
    }

    /** Empty for a document whose number has no year. */
    Optional<EliAddress> eli(LegalDocument document) {
        var issuer = document.issuerId();
        return EliAddress.of(document, issuer == null ? null : directory.get(issuer));
    }

    /** {@code goc} for the text as issued, else the first day. */
    static String segment(Wording.Version version) {
        return version.issued() || version.from() == null
                ? "goc"
                : version.from().toString();
    }

    /** JSON-LD of the document itself, with its versions; safe within a script element. */
    String of(LegalDocument document, PublicDocuments.Facts facts, PublicDocuments.Status status) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", SCHEMA);
        data.put("@type", "Legislation");
        data.put("@id", id(document));
        data.put("name", facts.type() + " " + facts.number() + " " + facts.title());
        data.put("legislationIdentifier", facts.number());
        data.put("legislationType", facts.type());
        data.put("inLanguage", "vi");
        if (facts.issuedOn() != null)
            data.put("legislationDate", facts.issuedOn().toString());
        if (facts.effectiveFrom() != null)
            data.put("legislationDateOfApplicability", facts.effectiveFrom().toString());
        data.put("legislationDateVersion", status.on().toString());
        data.put("legislationLegalForce", force(status.code()));
        put(data, "temporalCoverage", interval(facts.effectiveFrom(), facts.effectiveUntil()));
        place(document, data);
        data.put("legislationPassedBy", Map.of("@type", "GovernmentOrganization", "name", facts.issuer()));
        links(document, data);
        var wording = wordings.of(document, null, Readers.PUBLIC);
        wording.filter(Wording::changed)
                .ifPresent(w -> data.put(
                        "workExample",
                        w.versions().stream()
                                .limit(MOST_LINKS)
                                .map(v -> version(document, facts, w, v))
                                .toList()));
        data.put(
                "encoding",
                documents.files(document).stream().map(LinkedData::encoding).toList());
        return written(data);
    }

    /** JSON-LD of the version that holds on a day. @throws vn.qppl.web.ProblemException {@link PortalProblem#NO_TEXT} */
    String ofVersion(LegalDocument document, LocalDate day) {
        var facts = documents.facts(document);
        var wording = wordings.of(document, null, Readers.PUBLIC).orElseThrow(PortalProblem.NO_TEXT::asException);
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", SCHEMA);
        data.putAll(version(document, facts, wording, wording.versionOn(day)));
        data.put("exampleOfWork", Map.of("@type", "Legislation", "@id", id(document)));
        return written(data);
    }

    private Map<String, Object> version(
            LegalDocument document, PublicDocuments.Facts facts, Wording wording, Wording.Version version) {
        var address = versionId(document, segment(version));
        var day = version.from() == null ? documents.today() : version.from();
        var data = new LinkedHashMap<String, Object>();
        data.put("@type", "Legislation");
        data.put("@id", address);
        data.put("name", version.issued() ? "Văn bản khi ban hành" : "Văn bản hợp nhất tại ngày " + written(day));
        data.put("legislationIdentifier", facts.number());
        data.put("inLanguage", "vi");
        if (version.from() != null)
            data.put("legislationDateVersion", version.from().toString());
        var begins = latest(version.from(), facts.effectiveFrom());
        var ends = earliest(version.to(), facts.effectiveUntil());
        var interval = facts.effectiveFrom() == null ? null : interval(begins, ends);
        put(data, "temporalCoverage", interval);
        // a version that another has followed has no force, whatever the document has
        data.put(
                "legislationLegalForce",
                interval == null || !version.holds(documents.today())
                        ? SCHEMA + "NotInForce"
                        : force(documents
                                .status(document, documents.today(), null, null)
                                .code()));
        if (!version.issued()) {
            data.put("legislationLegalValue", SCHEMA + "UnofficialLegalValue");
            var parts = new ArrayList<Object>();
            parts.add(Map.of("@type", "Legislation", "@id", versionId(document, "goc")));
            for (var cause : register.all(wording.consolidates(day))) parts.add(named(cause));
            data.put("legislationConsolidates", parts);
            changed(data, address, wording, day);
        }
        return data;
    }

    /** The articles of the main text that read otherwise than issued. */
    private static void changed(Map<String, Object> data, String address, Wording wording, LocalDate day) {
        var parts = new ArrayList<Object>();
        for (var component : wording.on(day).components()) changed(component.provisions(), address, parts);
        if (!parts.isEmpty()) data.put("hasPart", parts);
    }

    private static void changed(List<DayText.Provision> provisions, String address, List<Object> parts) {
        for (var provision : provisions) {
            if (provision.effects().isEmpty() || parts.size() >= MOST_LINKS) continue;
            if (provision.level().compareTo(UnitLevel.ARTICLE) < 0) changed(provision.children(), address, parts);
            EliAddress.provision(provision.address())
                    .ifPresent(path -> parts.add(Map.of(
                            "@type",
                            "Legislation",
                            "@id",
                            address + "/" + path,
                            "legislationIdentifier",
                            provision.number(),
                            "name",
                            provision.label() + (provision.heading().isEmpty() ? "" : ". " + provision.heading()))));
        }
    }

    private void place(LegalDocument document, Map<String, Object> data) {
        var issuer = document.issuerId() == null ? null : directory.get(document.issuerId());
        if (issuer == null || issuer.placeName() == null) return;
        var area = new LinkedHashMap<String, Object>();
        area.put("@type", "AdministrativeArea");
        area.put("name", issuer.placeName());
        put(area, "identifier", issuer.placeCode());
        data.put("legislationJurisdiction", area);
        data.put("spatialCoverage", Map.of("@type", "Place", "name", issuer.placeName()));
    }

    private void links(LegalDocument document, Map<String, Object> data) {
        var found = related.of(document.id());
        var others = register.byId(found.stream()
                .map(RelatedDocuments.Related::documentId)
                .distinct()
                .limit(1000)
                .toList());
        var reverse = new LinkedHashMap<String, List<Object>>();
        var forward = new LinkedHashMap<String, List<Object>>();
        for (var relation : found) {
            var other = others.get(relation.documentId());
            // an unpublished document that says something of this one is not the public's yet
            if (other == null || (!relation.active() && !other.open())) continue;
            var properties = properties(relation);
            for (var property : properties) {
                var of = (relation.active() ? forward : reverse).computeIfAbsent(property, p -> new ArrayList<>());
                var link = named(other);
                if (of.size() < MOST_LINKS && !of.contains(link)) of.add(link);
            }
        }
        data.putAll(forward);
        if (!reverse.isEmpty()) data.put("@reverse", reverse);
    }

    /** Newer names of the vocabulary with {@code legislationChanges}, which older copies of it know. */
    private static List<String> properties(RelatedDocuments.Related relation) {
        return switch (relation.kind()) {
            case AMENDS -> List.of("legislationAmends", "legislationChanges");
            case REPLACES, REPEALS ->
                relation.provision() == null
                        ? List.of("legislationRepeals", "legislationChanges")
                        : List.of("legislationAmends", "legislationChanges");
            case CORRECTS -> List.of("legislationCorrects", "legislationChanges");
            case DETAILS -> List.of("legislationEnsuresImplementationOf", "legislationApplies");
            case GUIDES -> List.of("legislationApplies");
            case CONSOLIDATES -> List.of("legislationConsolidates");
            case BASED_ON -> relation.active() ? List.of("isBasedOn") : List.of();
            case CITES, INTERPRETS, SUSPENDS_IMPLEMENTATION, SUSPENDS_EFFECT, ANNOUNCES, CHOOSES_TO_APPLY, RELATED ->
                List.of();
        };
    }

    private Map<String, Object> named(LegalDocument other) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@type", "Legislation");
        if (other.open()) data.put("@id", id(other));
        if (!other.numberWritten().isEmpty()) data.put("legislationIdentifier", other.numberWritten());
        data.put("name", other.citedAs());
        return data;
    }

    private static Map<String, Object> encoding(PublicDocuments.PublicFile file) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@type", "LegislationObject");
        data.put("@id", absolute(file.url()));
        put(data, "encodingFormat", file.mediaType());
        data.put("inLanguage", "vi");
        data.put("contentUrl", absolute(file.url()));
        data.put("sha256", file.sha256());
        return data;
    }

    private String id(LegalDocument document) {
        return absolute(eli(document).map(EliAddress::path).orElse(PublicDocuments.url(document.id())));
    }

    private String versionId(LegalDocument document, String segment) {
        return absolute(eli(document).map(EliAddress::path).orElse(PublicDocuments.url(document.id())) + "/" + segment);
    }

    private static String absolute(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + path;
    }

    private static String force(String status) {
        return SCHEMA
                + switch (status) {
                    case "inForce" -> "InForce";
                    case "partlyExpired", "partlySuspended" -> "PartiallyInForce";
                    default -> "NotInForce";
                };
    }

    /** Null for one that holds no day. */
    private static @Nullable String interval(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || to != null && !from.isBefore(to)) return null;
        return from + "/" + (to == null ? ".." : to.minusDays(1));
    }

    private static @Nullable LocalDate latest(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static void put(Map<String, Object> data, String name, @Nullable Object value) {
        if (value != null) data.put(name, value);
    }

    private static String written(LocalDate day) {
        return java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day);
    }

    private String written(Map<String, Object> data) {
        // a script element must not be closed from within
        return json.writeValueAsString(data).replace("<", "\\u003c");
    }
}
