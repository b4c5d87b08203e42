package vn.qppl.portal;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.structure.ProvisionAddress;
import vn.qppl.wording.Readers;
import vn.qppl.wording.Wordings;

/**
 * Permanent addresses: the document leads to its version of today, a day to the version that holds on it, a version is the page itself.
 * They outlive the numbers of our database and mergers of provinces.
 */
@Controller
@RequestMapping(EliAddress.ROOT + "{body}/{type}/{year:\\d{4}}/{number}")
class EliController {
    private static final String VERSION = "/{version:goc|tuong-lai|\\d{4}-\\d{2}-\\d{2}}";
    private static final MediaType JSON_LD = MediaType.valueOf("application/ld+json");
    private static final MediaType AKOMA_NTOSO = MediaType.valueOf("application/akn+xml");

    private final Register register;
    private final PublicDocuments documents;
    private final PublicTexts texts;
    private final Wordings wordings;
    private final LinkedData data;

    EliController(Register register, PublicDocuments documents, PublicTexts texts, Wordings wordings, LinkedData data) {
        this.register = register;
        this.documents = documents;
        this.texts = texts;
        this.wordings = wordings;
        this.data = data;
    }

    /** What is asked for: a document's address as it is written, and the document. */
    private record Asked(EliAddress eli, LegalDocument document) {}

    @GetMapping
    ResponseEntity<Void> work(
            @PathVariable String body,
            @PathVariable String type,
            @PathVariable int year,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var asked = find(body, type, year, number);
        var preferred = preferred(accept);
        var page = PublicDocuments.url(asked.document().id());
        if (AKOMA_NTOSO.isCompatibleWith(preferred) && !preferred.isWildcardType())
            return seeOther("/api/public/documents/" + asked.document().id() + "/text.akn.xml");
        var version = current(asked.document());
        if (JSON_LD.equalsTypeAndSubtype(preferred))
            return seeOther(asked.eli().version(version.orElse("goc")) + "/vi.jsonld");
        return seeOther(version.map(asked.eli()::version).orElse(page));
    }

    /** A page under its permanent address; any other day of its time leads to it. */
    @GetMapping({VERSION, VERSION + "/vi"})
    Object version(
            @PathVariable String body,
            @PathVariable String type,
            @PathVariable int year,
            @PathVariable String number,
            @PathVariable String version) {
        var asked = find(body, type, year, number);
        var canonical = canonical(asked, version);
        return canonical.equals(version) && asked.eli().number().equals(number)
                ? "forward:" + PublicDocuments.url(asked.document().id()) + "/" + version
                : seeOther(asked.eli().version(canonical));
    }

    @GetMapping(VERSION + "/vi.{ending:docx|html|txt}")
    String file(
            @PathVariable String body,
            @PathVariable String type,
            @PathVariable int year,
            @PathVariable String number,
            @PathVariable String version,
            @PathVariable String ending) {
        var asked = find(body, type, year, number);
        return "forward:" + PublicDocuments.url(asked.document().id()) + "/" + canonical(asked, version) + "." + ending;
    }

    @GetMapping(VERSION + "/vi.jsonld")
    ResponseEntity<String> linked(
            @PathVariable String body,
            @PathVariable String type,
            @PathVariable int year,
            @PathVariable String number,
            @PathVariable String version) {
        var asked = find(body, type, year, number);
        var day = texts.address(asked.document(), canonical(asked, version)).day();
        return ResponseEntity.ok().contentType(JSON_LD).body(data.ofVersion(asked.document(), day));
    }

    /** A provision within its version: what is not in force, or not there, is told by the page. */
    @GetMapping(VERSION + "/{*provision}")
    ResponseEntity<Void> provision(
            @PathVariable String body,
            @PathVariable String type,
            @PathVariable int year,
            @PathVariable String number,
            @PathVariable String version,
            @PathVariable String provision) {
        var asked = find(body, type, year, number);
        var address = ProvisionAddress.parse(provision.substring(1)).orElseThrow(PortalProblem.NOT_FOUND::asException);
        var eId = address.eId();
        int article = eId.indexOf("__");
        return seeOther(asked.eli().version(canonical(asked, version)) + "?muc="
                + (article < 0 ? eId : eId.substring(0, article)) + "#" + eId);
    }

    /** @throws vn.qppl.web.ProblemException {@link PortalProblem#NOT_FOUND} for what is no document, or not public */
    private Asked find(String body, String type, int year, String number) {
        var digits = number.replaceFirst("\\D.*", "");
        if (digits.isEmpty() || digits.length() > 6) throw PortalProblem.NOT_FOUND.asException();
        var plain = number.replaceFirst("^0+(?=\\d)", "");
        var wanted = new EliAddress(body, type, year, plain);
        return EliAddress.typeOf(type).stream()
                .flatMap(t -> register.withSerial(Integer.parseInt(digits), year, t).stream())
                .filter(d -> !d.stub() && data.eli(d).equals(Optional.of(wanted)))
                .findFirst()
                .map(d -> new Asked(wanted, documents.open(d.id())))
                .orElseThrow(PortalProblem.NOT_FOUND::asException);
    }

    private Optional<String> current(LegalDocument document) {
        return wordings.of(document, null, Readers.PUBLIC).map(w -> LinkedData.segment(w.versionOn(documents.today())));
    }

    /** The first day of the version that holds on the day; of the last one where the future is asked for. */
    private String canonical(Asked asked, String version) {
        if (!version.equals("tuong-lai")) {
            var url = texts.address(asked.document(), version).url();
            return url.substring(url.lastIndexOf('/') + 1);
        }
        var last = wordings.of(asked.document(), null, Readers.PUBLIC)
                .orElseThrow(PortalProblem.NO_TEXT::asException)
                .versions()
                .getLast();
        LocalDate from = last.from();
        if (from == null || !from.isAfter(documents.today())) throw PortalProblem.NOT_FOUND.asException();
        return LinkedData.segment(last);
    }

    private static MediaType preferred(@Nullable String accept) {
        try {
            var types = MediaType.parseMediaTypes(accept);
            return types.isEmpty() ? MediaType.ALL : types.getFirst();
        } catch (org.springframework.http.InvalidMediaTypeException e) {
            return MediaType.ALL;
        }
    }

    private static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .location(URI.create(path))
                .build();
    }
}
