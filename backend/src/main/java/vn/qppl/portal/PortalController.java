package vn.qppl.portal;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.web.ProblemException;
import vn.qppl.wording.Papers;
import vn.qppl.wording.Readers;
import vn.qppl.wording.WordingProblem;

/** The public pages: text in the first response, no script needed. */
@Controller
class PortalController {
    private static final Map<String, String> ICONS = Map.of(
            "inForce",
            "●",
            "partlyExpired",
            "◐",
            "expired",
            "○",
            "suspended",
            "‖",
            "partlySuspended",
            "‖",
            "notYet",
            "◷",
            "unknown",
            "?");
    private static final Map<String, String> FACETS = Map.of(
            "status",
            "Tình trạng hiệu lực",
            "type",
            "Hình thức văn bản",
            "level",
            "Cấp ban hành",
            "issuer",
            "Cơ quan ban hành",
            "year",
            "Năm");

    private final PublicSearch search;
    private final PublicDocuments documents;
    private final EndedDocuments ended;
    private final Register register;
    private final PublicTexts texts;
    private final Papers papers;
    private final LinkedData data;

    PortalController(
            PublicSearch search,
            PublicDocuments documents,
            EndedDocuments ended,
            Register register,
            PublicTexts texts,
            Papers papers,
            LinkedData data) {
        this.search = search;
        this.documents = documents;
        this.ended = ended;
        this.register = register;
        this.texts = texts;
        this.papers = papers;
        this.data = data;
    }

    @GetMapping("/")
    String home(PublicSearch.Asked asked, Model model) {
        return results(asked, model);
    }

    @GetMapping("/tim-kiem")
    String results(PublicSearch.Asked asked, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("icons", ICONS);
        model.addAttribute("facetNames", FACETS);
        model.addAttribute(
                "title",
                asked.q() == null || asked.q().isBlank()
                        ? "Tra cứu văn bản quy phạm pháp luật"
                        : asked.q() + " - Tra cứu văn bản");
        try {
            var found = search.ask(asked);
            model.addAttribute("found", found);
            if (found.next() != null) model.addAttribute("nextUrl", nextUrl(asked, found.next()));
        } catch (ProblemException e) {
            if (e.problem().status() != HttpStatus.SERVICE_UNAVAILABLE) throw e;
            model.addAttribute("building", true);
        }
        return "search";
    }

    private static String nextUrl(PublicSearch.Asked asked, String next) {
        var url = UriComponentsBuilder.fromPath("/tim-kiem");
        if (asked.q() != null) url.queryParam("q", "{q}");
        var values = new LinkedHashMap<String, Object>();
        if (asked.q() != null) values.put("q", asked.q());
        if (asked.on() != null) url.queryParam("on", asked.on());
        if (asked.sort() != null) url.queryParam("sort", asked.sort());
        add(url, values, "type", asked.type());
        add(url, values, "issuer", asked.issuer());
        add(url, values, "level", asked.level());
        add(url, values, "year", asked.year());
        add(url, values, "status", asked.status());
        url.queryParam("after", "{after}");
        values.put("after", next);
        return url.encode().buildAndExpand(values).toUriString();
    }

    private static void add(
            UriComponentsBuilder url, Map<String, Object> values, String name, @Nullable List<String> chosen) {
        if (chosen == null) return;
        int i = 0;
        for (var value : chosen) {
            var variable = name + i++;
            url.queryParam(name, "{" + variable + "}");
            values.put(variable, value);
        }
    }

    /**
     * @param phan part of a long text, from 1
     * @param muc a provision whose part is wanted, as in {@code art_5}: anchors do not reach the server
     * @param noi place whose status is asked for, by code or name; the whole territory of the issuer where none is named
     */
    @GetMapping("/van-ban/{id}")
    String document(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Integer phan,
            @RequestParam(required = false) @Nullable String muc,
            @RequestParam(required = false) @Nullable String noi,
            Model model) {
        var document = documents.open(id);
        var place = noi == null || noi.isBlank() ? null : noi.strip();
        var day = on == null ? documents.today() : on;
        var facts = documents.facts(document);
        var status = documents.status(document, day, null, place);
        if (document.issuedOn() != null && day.isBefore(document.issuedOn()))
            throw WordingProblem.BEFORE_ISSUE.with("issuedOn", document.issuedOn());
        var part = texts.parts(document, day, place, model)
                .map(parts -> parts.part(muc == null ? phan == null ? 1 : phan : parts.partOf(muc)));
        var grouped = new LinkedHashMap<String, List<PublicDocuments.Related>>();
        for (var relation : documents.relations(document, day)) {
            grouped.computeIfAbsent(relation.label(), label -> new ArrayList<>())
                    .add(relation);
        }
        model.addAttribute("title", document.citedAs() + " - " + facts.title());
        model.addAttribute("description", facts.title());
        model.addAttribute("canonical", facts.url());
        model.addAttribute("alternate", "/api/public/documents/" + id);
        model.addAttribute("jsonLd", data.of(document, facts, status));
        model.addAttribute("eli", data.eli(document).map(EliAddress::path).orElse(null));
        model.addAttribute("facts", facts);
        model.addAttribute("status", status);
        model.addAttribute("icons", ICONS);
        model.addAttribute("successor", successor(status, id));
        model.addAttribute("asked", on);
        model.addAttribute("path", facts.url());
        model.addAttribute("place", place);
        var places = documents.places(document);
        model.addAttribute("places", places);
        // said where it makes a difference
        model.addAttribute("placeName", place == null && places.isEmpty() ? null : placeName(place, places));
        model.addAttribute("part", part.orElse(new TextParts.Part(1, 1, List.of(), List.of())));
        model.addAttribute("files", documents.files(document));
        model.addAttribute("relations", grouped);
        return "document";
    }

    /**
     * A version by the first day on which it reads so; any other day leads to the version that holds on it. {@code goc} is the text as
     * issued.
     */
    @GetMapping("/van-ban/{id}/{version:goc|\\d{4}-\\d{2}-\\d{2}}")
    Object version(
            @PathVariable long id,
            @PathVariable String version,
            @RequestParam(required = false) @Nullable Integer phan,
            @RequestParam(required = false) @Nullable String muc,
            Model model) {
        var document = documents.open(id);
        var address = texts.address(document, version);
        if (!address.url().equals(PublicDocuments.url(id) + "/" + version)) {
            var view = new org.springframework.web.servlet.view.RedirectView(address.url());
            view.setStatusCode(HttpStatus.SEE_OTHER);
            return view;
        }
        var page = document(id, address.day(), phan, muc, null, model);
        model.addAttribute("canonical", address.url());
        model.addAttribute("path", address.url());
        model.addAttribute("jsonLd", data.ofVersion(document, address.day()));
        data.eli(document).ifPresent(eli -> model.addAttribute("eli", eli.version(version)));
        model.addAttribute("asked", null);
        // search engines are to send readers to the present text
        model.addAttribute("outdated", !address.current());
        return page;
    }

    /** A version as a file. */
    @GetMapping("/van-ban/{id}/{version:goc|\\d{4}-\\d{2}-\\d{2}}.{ending:docx|html|txt}")
    ResponseEntity<byte[]> paper(@PathVariable long id, @PathVariable String version, @PathVariable String ending)
            throws IOException {
        var document = documents.open(id);
        var address = texts.address(document, version);
        var format = Papers.Format.ofEnding(ending);
        var paper = papers.of(document, address.day(), null, Readers.PUBLIC, format);
        var disposition = format == Papers.Format.DOCX ? ContentDisposition.attachment() : ContentDisposition.inline();
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        disposition
                                .filename(paper.fileName(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Type", format.mediaType())
                .header("X-Robots-Tag", "noindex")
                .body(paper.bytes());
    }

    /** Two days side by side; without days, the last change. */
    @GetMapping("/van-ban/{id}/so-sanh")
    String compare(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Model model) {
        var document = documents.open(id);
        model.addAttribute("title", "So sánh lời văn - " + document.citedAs());
        model.addAttribute("facts", documents.facts(document));
        model.addAttribute("outdated", true);
        texts.compare(document, from, to, model);
        return "compare";
    }

    /** Of an expired document, the public one that took over or repealed it. */
    private static String placeName(@Nullable String place, List<PublicDocuments.Place> places) {
        if (place == null) return "toàn bộ phạm vi của cơ quan ban hành";
        return places.stream()
                .filter(p -> p.key().equals(place))
                .map(PublicDocuments.Place::name)
                .findFirst()
                .orElse(place);
    }

    private static PublicDocuments.@Nullable Cause successor(PublicDocuments.Status status, long id) {
        if (!status.code().equals("expired")) return null;
        for (var cause : status.causes()) {
            if (cause.documentId() != null && cause.documentId() != id) return cause;
        }
        return null;
    }

    /** What lost effect in a year; this year where none is named. */
    @GetMapping("/het-hieu-luc")
    String ended(
            @RequestParam(name = "nam", required = false) @Nullable Year year,
            @RequestParam(name = "mot-phan", defaultValue = "false") boolean partly,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var asked = PublicDocuments.bounded(year == null ? Year.from(documents.today()) : year);
        model.addAttribute(
                "title", (partly ? "Văn bản hết hiệu lực một phần năm " : "Văn bản hết hiệu lực năm ") + asked);
        model.addAttribute("page", ended.in(asked, partly, 100, after));
        return "ended";
    }

    /** By number: the one document, a choice where several bodies used it, the search where nobody did. */
    @GetMapping("/vb")
    ModelAndView byNumber(@RequestParam String so) {
        var open = DocumentNumber.parse(so).map(register::withNumber).orElse(List.of()).stream()
                .filter(LegalDocument::open)
                .toList();
        if (open.size() == 1) {
            var view = new org.springframework.web.servlet.view.RedirectView(
                    PublicDocuments.url(open.getFirst().id()));
            view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
            return new ModelAndView(view);
        }
        var page = new ModelAndView(open.isEmpty() ? "problem" : "choices");
        if (open.isEmpty()) {
            page.setStatus(HttpStatus.NOT_FOUND);
            page.addObject("title", "Chưa có văn bản số " + so);
            page.addObject(
                    "detail",
                    "Không có văn bản công khai nào mang số này. Hãy kiểm tra số, ký hiệu, hoặc tìm theo từ khóa.");
        } else {
            page.setStatus(HttpStatus.MULTIPLE_CHOICES);
            page.addObject("title", "Có " + open.size() + " văn bản cùng số " + so);
            page.addObject("detail", "Số, ký hiệu này được nhiều cơ quan dùng. Hãy chọn theo cơ quan ban hành.");
            page.addObject("choices", open.stream().map(documents::facts).toList());
        }
        return page;
    }

    @GetMapping("/van-ban/{id}/tep/{fileId}")
    ResponseEntity<Resource> file(@PathVariable long id, @PathVariable long fileId) {
        var document = documents.open(id);
        var file = documents.file(document, fileId).orElseThrow(PortalProblem.NOT_FOUND::asException);
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(file.fileName(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .eTag("\"" + file.sha256() + "\"")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .body(new FileSystemResource(documents.path(file)));
    }

    @GetMapping("/du-lieu-mo")
    String openData(Model model) {
        model.addAttribute("title", "Dữ liệu mở");
        return "open-data";
    }
}
