package vn.qppl.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.FileStore;
import vn.qppl.document.DocumentType;
import vn.qppl.people.SignedIn;
import vn.qppl.sheet.ColumnField;
import vn.qppl.sheet.RowReader;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Registers in spreadsheets: upload, mapping, check, import. */
@RestController
@RequestMapping("/api/sheets")
class SheetController {
    private static final long LARGEST = 100L * 1024 * 1024;

    private final Sheets sheets;
    private final DocumentFiles files;

    SheetController(Sheets sheets, DocumentFiles files) {
        this.sheets = sheets;
        this.files = files;
    }

    record ColumnView(int index, String header, @Nullable ColumnField field, List<String> sample) {}

    record SheetView(
            long id,
            String fileName,
            @Nullable String encoding,
            String state,
            int headerRow,
            List<ColumnView> columns,
            long rowCount,
            Map<String, Long> counts,
            @Nullable Long defaultIssuerId,
            @Nullable DocumentType defaultType,
            long version,
            List<String> actions) {}

    record MappedColumn(int index, @Nullable ColumnField field) {}

    record Defaults(@Nullable Long issuerId, @Nullable DocumentType type) {}

    record Mapping(
            long version,
            List<MappedColumn> columns,
            @Nullable Defaults defaults) {}

    record RowView(
            int row,
            String state,
            Map<String, String> values,
            List<RowReader.RowProblem> problems,
            @Nullable Long documentId) {}

    record ImportRequest(long version, boolean publish) {}

    @PostMapping
    @Requires(Permission.RECEIVE_FILES)
    SheetView receive(@RequestParam("file") MultipartFile file) throws IOException {
        var name = Receiving.safeName(file.getOriginalFilename() == null ? "" : file.getOriginalFilename());
        FileStore.Stored stored;
        try (var in = file.getInputStream()) {
            stored = files.store(in, LARGEST);
        } catch (FileStore.TooLarge e) {
            throw IntakeProblem.FILE_TOO_LARGE.with("mostBytes", LARGEST);
        }
        return view(sheets.receive(stored.sha256(), name, SignedIn.now().id()));
    }

    @GetMapping
    @Requires(Permission.READ_INTAKE)
    Page<SheetView> list(
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long after) {
        int most = Page.size(size, 20);
        var page = Page.of(sheets.list(after == null ? Long.MAX_VALUE : after, most), most, s -> Long.toString(s.id()));
        return new Page<>(page.items().stream().map(this::view).toList(), page.next(), null);
    }

    @GetMapping("/{id}")
    @Requires(Permission.READ_INTAKE)
    SheetView sheet(@PathVariable long id) {
        return view(sheets.get(id));
    }

    @PutMapping("/{id}/mapping")
    @Requires(Permission.RECEIVE_FILES)
    SheetView map(@PathVariable long id, @RequestBody Mapping mapping) {
        var fields = new java.util.HashMap<Integer, ColumnField>();
        for (var column : mapping.columns()) if (column.field() != null) fields.put(column.index(), column.field());
        var columns = sheets.get(id).columns().stream()
                .map(c -> new Sheets.Column(c.index(), c.header(), fields.get(c.index()), c.sample()))
                .toList();
        var defaults = mapping.defaults();
        sheets.map(
                id,
                mapping.version(),
                columns,
                defaults == null ? null : defaults.issuerId(),
                defaults == null ? null : defaults.type());
        return view(sheets.get(id));
    }

    @GetMapping("/{id}/rows")
    @Requires(Permission.READ_INTAKE)
    Page<RowView> rows(
            @PathVariable long id,
            @RequestParam(required = false) Sheets.@Nullable RowState state,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Integer after) {
        int most = Page.size(size, 50);
        var page =
                Page.of(sheets.rows(id, state, after == null ? 0 : after, most), most, r -> Integer.toString(r.row()));
        return new Page<>(
                page.items().stream()
                        .map(r -> new RowView(r.row(), r.state().name(), r.values(), r.problems(), r.documentId()))
                        .toList(),
                page.next(),
                null);
    }

    @PostMapping("/{id}/import")
    @Requires(Permission.CONFIRM_READINGS)
    SheetView importRows(@PathVariable long id, @RequestBody ImportRequest request) {
        var person = SignedIn.now();
        sheets.startImport(id, request.version(), person.id(), request.publish() && person.may(Permission.PUBLISH));
        return view(sheets.get(id));
    }

    /** Ends an import between two rows; "import" goes on with it. */
    @PostMapping("/{id}/stop")
    @Requires(Permission.CONFIRM_READINGS)
    SheetView stop(@PathVariable long id) {
        sheets.stopImport(sheets.get(id).id());
        return view(sheets.get(id));
    }

    private SheetView view(Sheets.Sheet sheet) {
        var counts = sheets.counts(sheet.id());
        var named = counts.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        var columns = sheet.columns().stream()
                .map(c -> new ColumnView(c.index(), c.header(), c.field(), c.sample() == null ? List.of() : c.sample()))
                .toList();
        var actions = new ArrayList<String>();
        if (!sheet.state().atWork() && SignedIn.now().may(Permission.RECEIVE_FILES)) actions.add("map");
        if (!sheet.state().atWork()
                && counts.getOrDefault(Sheets.RowState.OK, 0L) + counts.getOrDefault(Sheets.RowState.WARNING, 0L) > 0
                && SignedIn.now().may(Permission.CONFIRM_READINGS)) {
            actions.add("import");
        }
        if (sheet.state() == Sheets.State.IMPORTING && SignedIn.now().may(Permission.CONFIRM_READINGS))
            actions.add("stop");
        return new SheetView(
                sheet.id(),
                sheet.fileName(),
                sheet.encoding(),
                sheet.state().name(),
                sheet.headerRow(),
                columns,
                sheet.rowCount() == null
                        ? counts.values().stream().mapToLong(Long::longValue).sum()
                        : sheet.rowCount(),
                named,
                sheet.defaultIssuerId(),
                sheet.defaultType(),
                sheet.version(),
                actions);
    }
}
