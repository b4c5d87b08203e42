package vn.qppl.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.document.DocumentFacts;
import vn.qppl.document.DocumentProblem;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.document.Relations;
import vn.qppl.effect.Effects;
import vn.qppl.effect.StatusCode;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** One document: facts, status with its causes, files, text; correcting, publishing, withdrawing. */
@RestController
@RequestMapping("/api/documents/{id}")
class DocumentController {
    private final Register register;
    private final Relations relations;
    private final Effects effects;
    private final EffectViews effectViews;
    private final DocumentFiles files;
    private final OrganisationDirectory directory;
    private final Clock clock;

    DocumentController(
            Register register,
            Relations relations,
            Effects effects,
            EffectViews effectViews,
            DocumentFiles files,
            OrganisationDirectory directory,
            Clock clock) {
        this.register = register;
        this.relations = relations;
        this.effects = effects;
        this.effectViews = effectViews;
        this.files = files;
        this.directory = directory;
        this.clock = clock;
    }

    record Act(@Nullable Instant at, @Nullable String by) {}

    record FileView(
            long id,
            String fileName,
            @Nullable String mediaType,
            long size,
            String sha256,
            Instant addedAt,
            String addedBy,
            String role,
            @Nullable String encoding,
            @Nullable String problem) {}

    record Basis(
            long documentId,
            String number,
            String title,
            boolean stub,
            @Nullable String provision,
            String status) {}

    record DocumentView(
            long id,
            String number,
            DocumentType type,
            String typeLabel,
            String title,
            @Nullable Long issuerId,
            String issuer,
            List<String> issuerNow,
            IssuerLevel level,
            @Nullable LocalDate issuedOn,
            @Nullable String signer,
            @Nullable String capacity,
            @Nullable String place,
            @Nullable String field,
            boolean normative,
            boolean stub,
            EffectViews.StatusView status,
            boolean published,
            @Nullable Act publication,
            @Nullable Act confirmation,
            @Nullable String withdrawnReason,
            List<FileView> files,
            List<Basis> bases,
            long version,
            List<String> actions) {}

    /**
     * @param line how it begins in the text
     * @param start offset in the whole text
     * @param part where {@code start} is, from 1
     */
    record DocumentHeading(
            String eId,
            String label,
            @Nullable String heading,
            String level,
            int depth,
            int start,
            int end,
            String line,
            int part) {}

    /**
     * @param text the part's own
     * @param start offset of the part in the whole text
     * @param outline of the whole text
     */
    record DocumentText(
            String text,
            int start,
            int part,
            int parts,
            List<DocumentHeading> outline,
            long fileId,
            String encoding,
            List<Integer> scannedPages) {}

    record Correction(
            long version,
            @Nullable String number,
            DocumentType type,
            @Nullable Long issuerId,
            String issuerName,
            IssuerLevel level,
            String title,
            @Nullable LocalDate issuedOn,
            @Nullable String signer,
            @Nullable String capacity,
            @Nullable String place,
            @Nullable String field,
            boolean normative,
            String reason) {}

    record VersionOnly(long version) {}

    record Withdrawal(long version, String reason) {}

    @GetMapping
    @Requires(Permission.READ_REGISTER)
    DocumentView document(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return view(register.get(id), on == null ? LocalDate.now(clock) : on, knownAt);
    }

    /**
     * A long text by parts.
     *
     * @param part from 1
     * @param at eId of a provision whose part is wanted
     */
    @GetMapping("/text")
    @Requires(Permission.READ_REGISTER)
    ResponseEntity<DocumentText> text(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer part,
            @RequestParam(required = false) @Nullable String at) {
        register.get(id);
        for (var file : files.of(id)) {
            if (!file.role().equals("ORIGINAL") || file.problem() != null) continue;
            var read = files.structuredOf(file);
            if (read.isEmpty()) continue;
            var text = read.get().text().text();
            var outline = Outline.of(read.get().structure());
            var portions = Portions.of(
                    text,
                    outline.stream()
                            .filter(l -> !l.level().equals(Outline.TABLE))
                            .map(Outline.Line::start)
                            .sorted()
                            .toList());
            var offsets = new HashMap<String, Integer>();
            for (var line : outline) offsets.putIfAbsent(line.eId(), line.start());
            int chosen = portions.clamp(at == null ? part == null ? 1 : part : portions.of(at, offsets));
            return ResponseEntity.ok(new DocumentText(
                    text.substring(portions.start(chosen), portions.end(chosen)),
                    portions.start(chosen),
                    chosen,
                    portions.count(),
                    outline.stream()
                            .map(l -> new DocumentHeading(
                                    l.eId(),
                                    l.label(),
                                    l.heading(),
                                    l.level(),
                                    l.depth(),
                                    l.start(),
                                    l.end(),
                                    l.line(),
                                    portions.at(l.start())))
                            .toList(),
                    file.id(),
                    read.get().text().encoding().name(),
                    read.get().text().scannedPages()));
        }
        return ResponseEntity.noContent().build();
    }

    /** The bytes as they were received. */
    @GetMapping("/files/{fileId}")
    @Requires(Permission.READ_REGISTER)
    ResponseEntity<Resource> file(@PathVariable long id, @PathVariable long fileId) {
        var file = files.find(id, fileId).orElseThrow(DocumentProblem.NOT_FOUND::asException);
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(file.fileName(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .body(new FileSystemResource(files.path(file.sha256())));
    }

    @PutMapping
    @Requires(Permission.EDIT_REGISTER)
    DocumentView correct(@PathVariable long id, @RequestBody Correction c) {
        if (c.reason().isBlank()) throw DocumentProblem.REASON_MISSING.asException();
        var number = c.number() == null || c.number().isBlank()
                ? null
                : DocumentNumber.parse(c.number()).orElseThrow(DocumentProblem.NUMBER_NOT_READABLE::asException);
        var facts = new DocumentFacts(
                number,
                c.type(),
                c.issuerId(),
                c.issuerName(),
                c.level(),
                c.title(),
                c.issuedOn(),
                c.signer(),
                c.capacity(),
                c.place(),
                c.field(),
                c.normative());
        return view(register.correct(id, c.version(), facts, c.reason()), LocalDate.now(clock));
    }

    @PostMapping("/publish")
    @Requires(Permission.PUBLISH)
    DocumentView publish(@PathVariable long id, @RequestBody VersionOnly request) {
        register.publish(id, request.version(), SignedIn.now().id());
        return view(register.get(id), LocalDate.now(clock));
    }

    @PostMapping("/withdraw")
    @Requires(Permission.PUBLISH)
    DocumentView withdraw(@PathVariable long id, @RequestBody Withdrawal request) {
        if (request.reason().isBlank()) throw DocumentProblem.REASON_MISSING.asException();
        register.withdraw(id, request.version(), request.reason());
        return view(register.get(id), LocalDate.now(clock));
    }

    private DocumentView view(LegalDocument d, LocalDate on) {
        return view(d, on, null);
    }

    /** @param knownAt whose knowledge the status is of; null for all that is known now */
    private DocumentView view(LegalDocument d, LocalDate on, @Nullable Instant knownAt) {
        var facts = d.facts();
        var attached = files.of(d.id());
        return new DocumentView(
                d.id(),
                d.numberWritten(),
                d.type(),
                d.type().label(),
                d.title(),
                d.issuerId(),
                d.issuerName(),
                d.issuerId() == null
                        ? List.of()
                        : directory.successors(d.issuerId()).stream()
                                .map(Organisation::name)
                                .toList(),
                d.level(),
                d.issuedOn(),
                facts.signer(),
                facts.capacity(),
                facts.place(),
                d.field(),
                d.normative(),
                d.stub(),
                effectViews.status(d.id(), on, knownAt == null ? clock.instant() : knownAt, null),
                d.open(),
                d.publishedAt() == null ? null : new Act(d.publishedAt(), name(d.publishedBy())),
                d.confirmedAt() == null ? null : new Act(d.confirmedAt(), name(d.confirmedBy())),
                d.withdrawnReason(),
                attached.stream().map(this::view).toList(),
                bases(d.id(), on),
                d.version(),
                actions(d));
    }

    private FileView view(DocumentFiles.DocumentFile f) {
        return new FileView(
                f.id(),
                f.fileName(),
                f.mediaType(),
                f.size(),
                f.sha256(),
                f.addedAt(),
                directory.personName(f.addedBy()),
                f.role(),
                f.encoding(),
                f.problem());
    }

    private List<Basis> bases(long id, LocalDate on) {
        var based = relations.from(id).stream()
                .filter(r -> r.kind() == vn.qppl.reading.RelationKind.BASED_ON)
                .limit(200)
                .toList();
        var ids = based.stream().map(Relations.Relation::targetId).distinct().toList();
        Map<Long, LegalDocument> documents =
                register.all(ids).stream().collect(Collectors.toMap(LegalDocument::id, x -> x));
        var statuses = effects.statuses(ids, on);
        var views = new ArrayList<Basis>();
        for (var relation : based) {
            var target = documents.get(relation.targetId());
            if (target == null) continue;
            views.add(new Basis(
                    target.id(),
                    target.numberWritten(),
                    target.title(),
                    target.stub(),
                    relation.targetProvision(),
                    statuses.getOrDefault(target.id(), StatusCode.UNKNOWN).code()));
        }
        return views;
    }

    private @Nullable String name(@Nullable Long person) {
        return person == null ? null : directory.personName(person);
    }

    private static List<String> actions(LegalDocument d) {
        var person = SignedIn.now();
        var actions = new ArrayList<String>();
        if (person.may(Permission.EDIT_REGISTER)) {
            actions.add("edit");
            actions.add("addEffect");
            actions.add("addFile");
        }
        if (person.may(Permission.PUBLISH) && !d.stub()) actions.add(d.open() ? "withdraw" : "publish");
        return actions;
    }
}
