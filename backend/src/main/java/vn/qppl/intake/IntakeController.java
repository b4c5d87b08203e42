package vn.qppl.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.Readings;
import vn.qppl.document.LegalDocument;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.reading.ProposedEffect;
import vn.qppl.reading.SelectedWords;
import vn.qppl.text.Span;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.ProblemException;
import vn.qppl.web.Requires;

/** Batches of files, and the desk where a person confirms what was read from each. */
@RestController
@RequestMapping("/api/intake")
class IntakeController {
    /** Accepted in one act: more would keep the request longer than a browser waits. */
    private static final int MOST_CERTAIN = 1000;

    private final IntakeBatches batches;
    private final IntakeItems items;
    private final Receiving receiving;
    private final Confirmation confirmation;
    private final Acceptance acceptance;
    private final IntakeWorker worker;
    private final Readings readings;
    private final DocumentFiles files;
    private final OrganisationDirectory directory;
    private final Clock clock;

    IntakeController(
            IntakeBatches batches,
            IntakeItems items,
            Receiving receiving,
            Confirmation confirmation,
            Acceptance acceptance,
            IntakeWorker worker,
            Readings readings,
            DocumentFiles files,
            OrganisationDirectory directory,
            Clock clock) {
        this.batches = batches;
        this.items = items;
        this.receiving = receiving;
        this.confirmation = confirmation;
        this.acceptance = acceptance;
        this.worker = worker;
        this.readings = readings;
        this.files = files;
        this.directory = directory;
        this.clock = clock;
    }

    record NewBatch(@Nullable String name) {}

    /** @param paths of this machine, absolute; only the machine's own command line may ask for it
     * @param acceptAs user name in whose name what is certain is accepted; null to leave all for confirmation */
    record LocalImport(
            List<String> paths,
            @Nullable String acceptAs,
            @Nullable Boolean acceptEffects,
            @Nullable Boolean publish) {}

    /**
     * @param rate files a minute since the batch began; {@code secondsLeft} null while nothing is known
     * @param halt why nothing goes on at the moment; null when nothing is in the way
     */
    record BatchView(
            long id,
            String name,
            Instant createdAt,
            String createdBy,
            String state,
            Map<String, Long> counts,
            double rate,
            @Nullable Long secondsLeft,
            IntakeWorker.@Nullable Halt halt,
            long version,
            List<String> actions) {}

    /** @param notTaken files of the folders that could not be opened */
    record LocalImported(BatchView batch, List<Receiving.Received> notTaken) {}

    record Proposal(
            @Nullable String number,
            @Nullable String title,
            @Nullable LocalDate issuedOn,
            @Nullable String type,
            @Nullable String issuer,
            boolean certain) {}

    record ProblemView(String code) {}

    record ItemView(
            long id,
            long batchId,
            String fileName,
            long size,
            String sha256,
            String state,
            @Nullable ProblemView problem,
            Proposal proposal,
            @Nullable Long documentId,
            @Nullable Long sheetId,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            long version,
            List<String> actions) {}

    record Duplicate(
            long documentId,
            String number,
            String title,
            String issuer,
            @Nullable LocalDate issuedOn,
            boolean stub,
            String why) {}

    record Place(
            long left, @Nullable Long previousId, @Nullable Long nextId) {}

    record ItemDetail(
            ItemView item,
            @Nullable ReadingView reading,
            @Nullable String text,
            List<Duplicate> duplicates,
            Place queue) {}

    /** Words of the file's text that a person gives as evidence. */
    record PointedAt(int start, int end) {}

    /**
     * @param effects indexes into the reading's effects of those the person accepts; null accepts none
     * @param evidence by the field's name, where the person pointed at the words
     */
    record ConfirmRequest(
            long version,
            ConfirmedFields fields,
            boolean publish,
            @Nullable Long sameAs,
            @Nullable List<Integer> effects,
            @Nullable Map<String, PointedAt> evidence) {}

    /** @param issuer the body of our directory that the words name; null for other fields and other bodies */
    record SelectedValue(String value, int start, int end, ReadingView.@Nullable IssuerMatch issuer) {}

    record Confirmed(long documentId) {}

    record SkipRequest(long version, @Nullable String reason) {}

    record CertainRequest(
            @Nullable Long batch,
            boolean publish,
            boolean effects,
            @Nullable List<Long> ids) {}

    record CertainResult(int confirmed, int left) {}

    @PostMapping("/batches")
    @Requires(Permission.RECEIVE_FILES)
    BatchView open(@RequestBody NewBatch request) {
        var name = request.name() == null || request.name().isBlank()
                ? "Đợt "
                        + java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")
                                .format(java.time.ZonedDateTime.now(clock))
                : request.name().strip();
        return view(batches.open(name, null, false, false, SignedIn.now().id()));
    }

    @GetMapping("/batches")
    @Requires(Permission.READ_INTAKE)
    Page<BatchView> batches(
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long after) {
        int most = Page.size(size, 20);
        var page =
                Page.of(batches.list(after == null ? Long.MAX_VALUE : after, most), most, b -> Long.toString(b.id()));
        return new Page<>(page.items().stream().map(this::view).toList(), page.next(), null);
    }

    @GetMapping("/batches/{id}")
    @Requires(Permission.READ_INTAKE)
    BatchView batch(@PathVariable long id) {
        return view(find(id));
    }

    @PostMapping("/batches/{id}/files")
    @Requires(Permission.RECEIVE_FILES)
    List<Receiving.Received> upload(@PathVariable long id, @RequestParam("file") List<MultipartFile> uploads)
            throws IOException {
        find(id);
        var received = new ArrayList<Receiving.Received>();
        for (var upload : uploads) {
            var name = upload.getOriginalFilename() == null ? "" : upload.getOriginalFilename();
            try (var in = upload.getInputStream()) {
                received.addAll(receiving.receive(id, in, name));
            } catch (ProblemException e) {
                if (e.problem() != IntakeProblem.FILE_TOO_LARGE) throw e;
                received.add(new Receiving.Received(Receiving.safeName(name), e.code()));
            }
        }
        return received;
    }

    @PostMapping("/local")
    @Requires(Permission.COMMAND_LINE)
    LocalImported importLocal(@RequestBody LocalImport request) throws IOException {
        long by = SignedIn.now().id();
        var paths = new ArrayList<Path>();
        for (var name : request.paths()) {
            var path = Path.of(name);
            if (!path.isAbsolute() || !Files.exists(path)) throw IntakeProblem.NO_SUCH_PATH.with("path", name);
            paths.add(path);
        }
        Long acceptAs = null;
        var acceptAsName = request.acceptAs();
        if (acceptAsName != null) {
            acceptAs = directory
                    .personNamed(acceptAsName)
                    .orElseThrow(() -> IntakeProblem.NO_SUCH_PERSON.with("username", acceptAsName));
            if (!directory.may(acceptAs, Permission.CONFIRM_READINGS))
                throw IntakeProblem.MAY_NOT_CONFIRM.with("username", acceptAsName);
            if (Boolean.TRUE.equals(request.publish()) && !directory.may(acceptAs, Permission.PUBLISH))
                throw IntakeProblem.MAY_NOT_PUBLISH.with("username", acceptAsName);
        }
        var name = paths.stream().map(Path::toString).collect(Collectors.joining(" "));
        var shortName = name.length() <= 200 ? name : name.substring(0, 199) + "…";
        var accept = acceptAs;
        var batch = batches.sameImport(shortName, accept, by)
                .orElseGet(() -> batches.open(
                        shortName,
                        accept,
                        Boolean.TRUE.equals(request.acceptEffects()),
                        Boolean.TRUE.equals(request.publish()),
                        by));
        var notTaken = receiving.receiveLocal(batch.id(), paths);
        return new LocalImported(view(find(batch.id())), notTaken);
    }

    @PostMapping("/batches/{id}/cancel")
    @Requires(Permission.RECEIVE_FILES)
    BatchView cancel(@PathVariable long id) {
        return move(id, IntakeBatch.State.CANCELLED);
    }

    @PostMapping("/batches/{id}/resume")
    @Requires(Permission.RECEIVE_FILES)
    BatchView resume(@PathVariable long id) {
        return move(id, IntakeBatch.State.RUNNING);
    }

    private BatchView move(long id, IntakeBatch.State to) {
        var batch = find(id);
        if (!batches.move(id, batch.version(), to)) throw IntakeProblem.CHANGED_MEANWHILE.asException();
        return view(find(id));
    }

    @GetMapping("/items")
    @Requires(Permission.READ_INTAKE)
    Page<ItemView> items(
            @RequestParam(required = false) @Nullable Long batch,
            @RequestParam(required = false) @Nullable ItemState state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long after) {
        int most = Page.size(size, 50);
        var filter = new IntakeItems.Filter(batch, state, q == null || q.isBlank() ? null : q.strip());
        var page = Page.of(items.list(filter, after == null ? 0 : after, most), most, i -> Long.toString(i.id()));
        return new Page<>(page.items().stream().map(this::view).toList(), page.next(), null);
    }

    @GetMapping("/items/{id}")
    @Requires(Permission.READ_INTAKE)
    ItemDetail item(@PathVariable long id) {
        var item = findItem(id);
        var read = readings.of(item.sha256());
        var issuer = read.map(Readings.Read::reading)
                .flatMap(r -> r.issuer() == null
                        ? Optional.empty()
                        : directory.match(
                                r.issuer().value(),
                                r.issuedOn() == null
                                        ? LocalDate.now(clock)
                                        : r.issuedOn().value()));
        var left = items.counts(item.batchId()).getOrDefault(ItemState.READ, 0L);
        return new ItemDetail(
                view(item),
                read.map(r -> ReadingView.of(r, issuer.orElse(null))).orElse(null),
                read.map(r -> r.text().text()).orElse(null),
                duplicates(item, read.orElse(null)),
                new Place(
                        left,
                        items.neighbour(item, false).orElse(null),
                        items.neighbour(item, true).orElse(null)));
    }

    private List<Duplicate> duplicates(IntakeItem item, Readings.@Nullable Read read) {
        var found = new ArrayList<Duplicate>();
        files.documentWith(item.sha256())
                .ifPresent(id -> found.add(duplicate(confirmation.document(id), "SAME_CONTENT")));
        var issuer = read == null || read.reading().issuer() == null
                ? ""
                : read.reading().issuer().value();
        for (var document : confirmation.sameNumber(item.number())) {
            if (found.stream().anyMatch(d -> d.documentId() == document.id())) continue;
            var same = OrganisationDirectory.sameName(document.issuerName(), issuer);
            found.add(duplicate(document, same || document.stub() ? "SAME_NUMBER" : "SAME_NUMBER_OTHER_ISSUER"));
        }
        return found;
    }

    private static Duplicate duplicate(LegalDocument d, String why) {
        return new Duplicate(d.id(), d.numberWritten(), d.title(), d.issuerName(), d.issuedOn(), d.stub(), why);
    }

    @PostMapping("/items/{id}/confirm")
    @Requires(Permission.CONFIRM_READINGS)
    Confirmed confirm(@PathVariable long id, @RequestBody ConfirmRequest request) {
        var item = findItem(id);
        if (item.state() != ItemState.READ) throw confirmation.decidedMeanwhile(id);
        required(request.fields());
        var person = SignedIn.now();
        boolean publish = request.publish() && person.may(Permission.PUBLISH);
        return new Confirmed(confirmation.confirm(
                item,
                request.version(),
                request.fields(),
                publish,
                request.sameAs(),
                accepted(item, request.effects()),
                pointedAt(item, request.evidence()),
                person.id()));
    }

    /** Spans outside the file's text point at nothing and are left out. */
    private Map<String, Span> pointedAt(IntakeItem item, @Nullable Map<String, PointedAt> evidence) {
        var read = readings.of(item.sha256());
        if (evidence == null || read.isEmpty()) return Map.of();
        int length = read.get().text().text().length();
        return evidence.entrySet().stream()
                .filter(e -> e.getValue().start() >= 0
                        && e.getValue().start() < e.getValue().end()
                        && e.getValue().end() <= length)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> new Span(e.getValue().start(), e.getValue().end())));
    }

    /** What the selected words of the text are worth as a value of the field. */
    @GetMapping("/items/{id}/value")
    @Requires(Permission.READ_INTAKE)
    SelectedValue value(
            @PathVariable long id,
            @RequestParam SelectedWords.Field field,
            @RequestParam int start,
            @RequestParam int end,
            @RequestParam(required = false) @Nullable LocalDate issuedOn) {
        var read = readings.of(findItem(id).sha256()).orElseThrow(IntakeProblem.NOT_READY::asException);
        if (start < 0 || end < start) throw IntakeProblem.NOT_A_VALUE.asException();
        var taken = SelectedWords.as(field, read.text().text(), new Span(start, end), issuedOn)
                .orElseThrow(IntakeProblem.NOT_A_VALUE::asException);
        var issuer = field != SelectedWords.Field.ISSUER
                ? Optional.<Organisation>empty()
                : directory.match(taken.value(), issuedOn == null ? LocalDate.now(clock) : issuedOn);
        return new SelectedValue(
                taken.value(),
                taken.span().start(),
                taken.span().end(),
                issuer.map(o -> new ReadingView.IssuerMatch(o.id(), o.name())).orElse(null));
    }

    /** The bytes as they were received: what a converted text looked like before. */
    @GetMapping("/items/{id}/file")
    @Requires(Permission.READ_INTAKE)
    ResponseEntity<Resource> file(@PathVariable long id) {
        var item = findItem(id);
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(item.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(item.size())
                .body(new FileSystemResource(files.path(item.sha256())));
    }

    private List<ProposedEffect> accepted(IntakeItem item, @Nullable List<Integer> indexes) {
        var read = readings.of(item.sha256());
        if (indexes == null || read.isEmpty()) return List.of();
        var proposed = read.get().reading().effects();
        return indexes.stream()
                .distinct()
                .filter(i -> i >= 0 && i < proposed.size())
                .map(proposed::get)
                .toList();
    }

    private static void required(ConfirmedFields fields) {
        var missing = new ArrayList<ProblemException.FieldProblem>();
        if (fields.title().isBlank()) missing.add(new ProblemException.FieldProblem("/fields/title", "missing"));
        if (fields.type().isBlank()) missing.add(new ProblemException.FieldProblem("/fields/type", "missing"));
        if (fields.issuerId() == null && fields.issuerName().isBlank()) {
            missing.add(new ProblemException.FieldProblem("/fields/issuerName", "missing"));
        }
        if (fields.issuedOn() == null) missing.add(new ProblemException.FieldProblem("/fields/issuedOn", "missing"));
        if (fields.effectiveFrom() != null
                && fields.effectiveUntil() != null
                && !fields.effectiveUntil().isAfter(fields.effectiveFrom())) {
            missing.add(new ProblemException.FieldProblem("/fields/effectiveUntil", "ends-before-it-begins"));
        }
        if (!missing.isEmpty()) throw new ProblemException(IntakeProblem.FIELDS_MISSING, Map.of(), missing);
    }

    @PostMapping("/items/{id}/skip")
    @Requires(Permission.CONFIRM_READINGS)
    ItemView skip(@PathVariable long id, @RequestBody SkipRequest request) {
        return decide(id, request.version(), ItemState.READ, ItemState.SKIPPED, request.reason());
    }

    @PostMapping("/items/{id}/reopen")
    @Requires(Permission.CONFIRM_READINGS)
    ItemView reopen(@PathVariable long id, @RequestBody SkipRequest request) {
        return decide(id, request.version(), ItemState.SKIPPED, ItemState.READ, request.reason());
    }

    private ItemView decide(long id, long version, ItemState from, ItemState to, @Nullable String reason) {
        findItem(id);
        if (!items.decide(id, version, from, to, null, SignedIn.now().id(), reason))
            throw confirmation.decidedMeanwhile(id);
        return view(findItem(id));
    }

    @PostMapping("/items/{id}/retry")
    @Requires(Permission.RECEIVE_FILES)
    ItemView retry(@PathVariable long id, @RequestBody SkipRequest request) {
        var item = findItem(id);
        if (!items.readAgain(id, request.version())) throw confirmation.decidedMeanwhile(id);
        batches.wake(item.batchId());
        return view(findItem(id));
    }

    /**
     * All that is certain in one act, in the name of the person who asks, in the order received; at most 1,000 at once. What is
     * doubtful is passed over, however much of it stands before.
     */
    @PostMapping("/items/confirm-certain")
    @Requires(Permission.CONFIRM_READINGS)
    CertainResult confirmCertain(@RequestBody CertainRequest request) {
        var person = SignedIn.now();
        boolean publish = request.publish() && person.may(Permission.PUBLISH);
        int confirmed = 0;
        int left = 0;
        long after = 0;
        while (confirmed < MOST_CERTAIN) {
            var page = certainAfter(request, after);
            if (page.isEmpty()) break;
            for (var item : page) {
                if (confirmed == MOST_CERTAIN) break;
                after = item.id();
                if (item.sheetId() != null || item.state() != ItemState.READ) continue;
                if (acceptance.acceptOne(item, publish, request.effects(), person.id()) == null) confirmed++;
                else left++;
            }
        }
        return new CertainResult(confirmed, left);
    }

    /** The next items to look at: those named, or those of the batch that are still to be decided. */
    private List<IntakeItem> certainAfter(CertainRequest request, long after) {
        if (request.ids() == null)
            return items.list(new IntakeItems.Filter(request.batch(), ItemState.READ, null), after, 200);
        return request.ids().stream()
                .filter(id -> id > after)
                .sorted()
                .limit(200)
                .flatMap(id -> items.find(id).stream())
                .filter(item -> request.batch() == null || item.batchId() == request.batch())
                .toList();
    }

    private IntakeBatch find(long id) {
        return batches.find(id).orElseThrow(IntakeProblem.NO_SUCH_BATCH::asException);
    }

    private IntakeItem findItem(long id) {
        return items.find(id).orElseThrow(IntakeProblem.NO_SUCH_ITEM::asException);
    }

    private BatchView view(IntakeBatch batch) {
        var counts = items.counts(batch.id());
        var named = counts.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        named.put("total", total);
        long waiting = counts.getOrDefault(ItemState.WAITING, 0L) + counts.getOrDefault(ItemState.READING, 0L);
        var end = batch.endedAt() == null ? clock.instant() : batch.endedAt();
        var begin = batch.startedAt() == null ? batch.createdAt() : batch.startedAt();
        double minutes = Math.max(1, Duration.between(begin, end).toMillis()) / 60_000.0;
        double rate = (total - waiting) / minutes;
        var actions = new ArrayList<String>();
        if (SignedIn.now().may(Permission.RECEIVE_FILES))
            switch (batch.state()) {
                case RUNNING -> {
                    actions.add("upload");
                    if (waiting > 0) actions.add("cancel");
                }
                case CANCELLED -> actions.add("resume");
                case DONE -> actions.add("upload");
            }
        return new BatchView(
                batch.id(),
                batch.name(),
                batch.createdAt(),
                directory.personName(batch.createdBy()),
                batch.state().name(),
                named,
                Math.round(rate * 10) / 10.0,
                waiting == 0 ? Long.valueOf(0) : rate < 0.1 ? null : (Long) Math.round(waiting / rate * 60),
                batch.state() == IntakeBatch.State.RUNNING ? worker.halt() : null,
                batch.version(),
                actions);
    }

    private ItemView view(IntakeItem item) {
        var person = SignedIn.now();
        var actions = new ArrayList<String>();
        switch (item.state()) {
            case READ -> {
                if (person.may(Permission.CONFIRM_READINGS) && item.sheetId() == null) {
                    actions.add("confirm");
                    actions.add("skip");
                }
            }
            case SKIPPED -> {
                if (person.may(Permission.CONFIRM_READINGS)) actions.add("reopen");
            }
            case FAILED -> {
                if (person.may(Permission.RECEIVE_FILES)) actions.add("retry");
            }
            case WAITING, READING, DUPLICATE, CONFIRMED -> {
                // nothing to do for a person
            }
        }
        return new ItemView(
                item.id(),
                item.batchId(),
                item.fileName(),
                item.size(),
                item.sha256(),
                item.state().name(),
                item.problem() == null ? null : new ProblemView(item.problem()),
                new Proposal(
                        item.number(),
                        item.title(),
                        item.issuedOn(),
                        item.typeName(),
                        item.issuerName(),
                        item.certain()),
                item.documentId(),
                item.sheetId(),
                item.decidedBy() == null ? null : directory.personName(item.decidedBy()),
                item.decidedAt(),
                item.reason(),
                item.version(),
                actions);
    }
}
