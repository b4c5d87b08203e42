package vn.qppl.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.wording.Readers;
import vn.qppl.wording.WordingViews;

/** Open data, for anyone, without a key. */
@RestController
@RequestMapping("/api/public")
class PublicApi {
    private final PublicSearch search;
    private final PublicDocuments documents;
    private final WordingViews wordings;
    private final EndedDocuments ended;
    private final TextFormats formats;

    PublicApi(
            PublicSearch search,
            PublicDocuments documents,
            WordingViews wordings,
            EndedDocuments ended,
            TextFormats formats) {
        this.search = search;
        this.ended = ended;
        this.documents = documents;
        this.wordings = wordings;
        this.formats = formats;
    }

    record DocumentView(
            PublicDocuments.Facts facts,
            PublicDocuments.Status status,
            List<PublicDocuments.PublicFile> files,
            List<PublicDocuments.Related> relations) {}

    record ValidityView(
            String status,
            String label,
            LocalDate on,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            List<PublicDocuments.Cause> causes,
            List<PublicDocuments.ProvisionStatus> provisions) {}

    @GetMapping("/search")
    PublicSearch.Found search(PublicSearch.Asked asked) {
        return search.ask(asked);
    }

    /**
     * What lost effect in a year, by day.
     *
     * @param partly in part instead of wholly
     * @param size at most 1000
     */
    @GetMapping("/ended")
    EndedDocuments.Page ended(
            @RequestParam Year year,
            @RequestParam(defaultValue = "false") boolean partly,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(required = false) @Nullable String after) {
        return ended.in(PublicDocuments.bounded(year), partly, Math.clamp(size, 1, 1000), after);
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<DocumentView> document(
            @PathVariable long id, @RequestParam(required = false) @Nullable LocalDate on) {
        var document = documents.open(id);
        var day = on == null ? documents.today() : on;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + document.version() + "-" + day + "\"")
                .lastModified(document.changedAt())
                .body(new DocumentView(
                        documents.facts(document),
                        documents.status(document, day, null, null),
                        documents.files(document),
                        documents.relations(document, day)));
    }

    @GetMapping("/documents/{id}/validity")
    ValidityView validity(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable String place) {
        var document = documents.open(id);
        var day = on == null ? documents.today() : on;
        var status = documents.status(document, day, knownAt, place);
        var validity = documents.validity(document, knownAt, place);
        return new ValidityView(
                status.code(),
                status.label(),
                day,
                status.since(),
                status.until(),
                status.causes(),
                documents.provisions(document, validity, day));
    }

    @GetMapping("/documents/{id}/effects")
    List<PublicDocuments.Cause> effects(@PathVariable long id) {
        return documents.effects(documents.open(id));
    }

    @GetMapping("/documents/{id}/relations")
    List<PublicDocuments.Related> relations(
            @PathVariable long id, @RequestParam(required = false) @Nullable LocalDate on) {
        return documents.relations(documents.open(id), on == null ? documents.today() : on);
    }

    @GetMapping("/documents/{id}/versions")
    WordingViews.WordingVersions versions(
            @PathVariable long id, @RequestParam(required = false) @Nullable Instant knownAt) {
        return wordings.versions(documents.open(id), knownAt, Readers.PUBLIC);
    }

    @GetMapping("/documents/{id}/text")
    WordingViews.WordingText text(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return wordings.text(documents.open(id), on == null ? documents.today() : on, knownAt, Readers.PUBLIC);
    }

    @GetMapping("/documents/{id}/compare")
    WordingViews.ComparedTexts compare(
            @PathVariable long id,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return wordings.compare(documents.open(id), from, to, knownAt, Readers.PUBLIC);
    }

    /**
     * The text of the document, or of one provision, as a file.
     *
     * @param format {@code akn.xml} (Akoma Ntoso 3.0), {@code html}, {@code txt} or {@code docx}
     * @param provision address of a provision as in the text's own answer ({@code art_3__para_2})
     */
    @GetMapping("/documents/{id}/text.{format:akn\\.xml|html|txt|docx}")
    ResponseEntity<byte[]> textAs(
            @PathVariable long id,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String provision) {
        var document = documents.open(id);
        var kind = format.equals("akn.xml")
                ? TextFormats.Format.AKN
                : TextFormats.Format.valueOf(format.toUpperCase(java.util.Locale.ROOT));
        var file = formats.write(document, kind, provision);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header("Content-Type", file.mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .body(file.bytes());
    }
}
