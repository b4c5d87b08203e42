package vn.qppl.intake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.attachment.Readings;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Corrections of readings: seen by those who may see all history, taken out as examples for the reader's tests. */
@RestController
@RequestMapping("/api/intake/corrections")
class CorrectionController {
    private static final int AT_ONCE = 100;

    private final Corrections corrections;
    private final Readings readings;
    private final JsonMapper json;

    CorrectionController(Corrections corrections, Readings readings, JsonMapper json) {
        this.corrections = corrections;
        this.readings = readings;
        this.json = json;
    }

    @GetMapping
    @Requires(Permission.READ_AUDIT)
    Page<Corrections.ReadingCorrection> list(
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long after) {
        int most = Page.size(size, 50);
        return Page.of(
                corrections.list(after == null ? Long.MAX_VALUE : after, most), most, c -> Long.toString(c.id()));
    }

    /**
     * One line a file: {@code {note, text, expect, typed?}}, the form of the reader's own examples. What a person pointed at, and
     * what they took away, is expected of the reader; what they typed may stand nowhere in the text and is told apart.
     */
    @GetMapping(path = "/export", produces = "application/x-ndjson")
    @Requires(Permission.READ_AUDIT)
    ResponseEntity<StreamingResponseBody> export() {
        StreamingResponseBody body = out -> {
            String after = "";
            do {
                var files = corrections.files(after, AT_ONCE);
                for (var file : files) {
                    var line = example(file);
                    if (line == null) continue;
                    out.write(json.writeValueAsString(line).getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                }
                after = files.size() < AT_ONCE ? "" : files.getLast();
            } while (!after.isEmpty());
        };
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"reading-examples.jsonl\"")
                .contentType(MediaType.parseMediaType("application/x-ndjson;charset=UTF-8"))
                .body(body);
    }

    private @Nullable LinkedHashMap<String, Object> example(String sha256) {
        var read = readings.of(sha256);
        var all = corrections.of(sha256);
        if (read.isEmpty() || all.isEmpty()) return null;
        var text = read.get().text().text();
        var expect = new LinkedHashMap<String, @Nullable Object>();
        var typed = new LinkedHashMap<String, @Nullable Object>();
        for (var c : all) {
            var value = c.correctedValue();
            boolean inText = c.start() != null || value == null || text.contains(value);
            (inText ? typed : expect).remove(c.field());
            (inText ? expect : typed).put(c.field(), value);
        }
        var line = new LinkedHashMap<String, Object>();
        line.put("note", all.getFirst().fileName() + " · " + sha256.substring(0, 12));
        line.put("text", text);
        line.put("expect", expect);
        if (!typed.isEmpty()) line.put("typed", typed);
        return line;
    }
}
