package vn.qppl.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Entry of the commands that change data: {@code import}, {@code rebuild-index}, {@code backup}, {@code export},
 * {@code verify}. */
public final class Main {
    private static final long TURN_MILLIS = 1000;
    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(10);

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            System.exit(run(List.of(args)));
        } catch (IOException e) {
            System.err.println("qppl: ứng dụng không trả lời: " + e.getMessage());
            System.exit(1);
        } catch (Refused e) {
            System.err.println("qppl: " + e.getMessage());
            System.exit(1);
        }
    }

    private record Arguments(List<String> plain, Map<String, String> options, Set<String> flags) {
        static Arguments of(List<String> args) {
            var plain = new ArrayList<String>();
            var options = new LinkedHashMap<String, String>();
            var flags = new java.util.LinkedHashSet<String>();
            for (int i = 0; i < args.size(); i++) {
                var arg = args.get(i);
                switch (arg) {
                    case "--data", "--accept-as", "--out" -> {
                        if (i + 1 == args.size()) throw new Refused("thiếu giá trị sau " + arg);
                        options.put(arg, args.get(++i));
                    }
                    case "--accept-effects", "--publish", "--quiet", "--canonical" -> flags.add(arg);
                    default -> {
                        if (arg.startsWith("--")) throw new Refused("không hiểu tham số " + arg);
                        plain.add(arg);
                    }
                }
            }
            return new Arguments(plain, options, flags);
        }

        String option(String name) {
            var value = options.get(name);
            if (value == null) throw new Refused("thiếu " + name);
            return value;
        }

        @Nullable
        String optional(String name) {
            return options.get(name);
        }
    }

    /** What the application, or the command line itself, has against it; in words for the person. */
    static class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** The application answers that it cannot at the moment. */
    static final class Away extends Refused {
        private static final long serialVersionUID = 1L;

        Away(String message) {
            super(message);
        }
    }

    private static int run(List<String> args) throws IOException, InterruptedException {
        if (args.isEmpty()) throw new Refused("thiếu lệnh");
        var arguments = Arguments.of(args.subList(1, args.size()));
        var application = RunningApplication.of(Path.of(arguments.option("--data")));
        return switch (args.getFirst()) {
            case "import" -> importPaths(application, arguments);
            case "rebuild-index" -> rebuildIndex(application);
            case "backup" -> backup(application, arguments);
            case "export" -> export(application, arguments);
            case "verify" -> verify(application);
            default -> throw new Refused("không có lệnh " + args.getFirst());
        };
    }

    private static int importPaths(RunningApplication application, Arguments arguments)
            throws IOException, InterruptedException {
        if (arguments.plain().isEmpty()) throw new Refused("./qppl import PATH...");
        var request = new LinkedHashMap<String, Object>();
        request.put(
                "paths",
                arguments.plain().stream()
                        .map(path -> Path.of(path).toAbsolutePath().normalize().toString())
                        .toList());
        var acceptAs = arguments.optional("--accept-as");
        if (acceptAs != null) request.put("acceptAs", acceptAs);
        request.put("acceptEffects", arguments.flags().contains("--accept-effects"));
        request.put("publish", arguments.flags().contains("--publish"));
        var answer = application.post("/api/intake/local", request);
        for (var file : answer.path("notTaken"))
            System.out.println("không mở được: " + file.path("fileName").asString() + ": "
                    + file.path("problem").asString());
        var batch = answer.path("batch");
        var path = "/api/intake/batches/" + batch.path("id").asLong();
        boolean quiet = arguments.flags().contains("--quiet");
        var last = "";
        while (isGoingOn(batch)) {
            var line = progress(batch);
            if (!quiet && !line.equals(last)) System.out.println(line);
            last = line;
            Thread.sleep(TURN_MILLIS);
            batch = patiently(application, path);
        }
        failures(application, batch);
        System.out.println(progress(batch));
        return "DONE".equals(batch.path("state").asString()) ? 0 : 1;
    }

    /** Waits with a word about it while the database is away; the import itself goes on where it stopped. */
    private static JsonNode patiently(RunningApplication application, String path)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_ABSENCE.toNanos();
        boolean told = false;
        while (true) {
            try {
                var answer = application.get(path);
                if (told) System.out.println("đi tiếp");
                return answer;
            } catch (Away e) {
                if (System.nanoTime() > end)
                    throw new Refused(e.getMessage() + " Những gì đã nhận vẫn còn; chạy lại lệnh này để tiếp tục.");
                if (!told) System.out.println("tạm dừng: " + e.getMessage());
                told = true;
                Thread.sleep(5 * TURN_MILLIS);
            }
        }
    }

    private static String haltOf(JsonNode batch) {
        return switch (batch.path("halt").asString("")) {
            case "" -> "";
            case "DISK_FULL" -> " · TẠM DỪNG: ổ đĩa chứa dữ liệu đã đầy; hãy giải phóng chỗ, việc tiếp nhận tự đi tiếp";
            case "DATABASE_AWAY" -> " · TẠM DỪNG: cơ sở dữ liệu không trả lời; việc tiếp nhận tự đi tiếp khi có lại";
            case String other -> " · TẠM DỪNG: " + other;
        };
    }

    private static boolean isGoingOn(JsonNode batch) {
        var state = batch.path("state").asString();
        return "OPEN".equals(state) || "RUNNING".equals(state);
    }

    private static String progress(JsonNode batch) {
        var counts = batch.path("counts");
        var line = new StringBuilder("đợt %d: ".formatted(batch.path("id").asLong()));
        for (var name : List.of("total", "confirmed", "read", "duplicate", "failed", "reading", "waiting", "skipped")) {
            long count = counts.path(name).asLong(0);
            if (count > 0 || "total".equals(name))
                line.append(word(name)).append(' ').append(count).append(" · ");
        }
        line.append("%.0f tệp/phút".formatted(batch.path("rate").asDouble(0)));
        if (batch.has("secondsLeft"))
            line.append(" · còn ").append(batch.path("secondsLeft").asLong()).append(" giây");
        return line.append(haltOf(batch)).toString();
    }

    private static String word(String count) {
        return switch (count) {
            case "total" -> "tổng";
            case "confirmed" -> "đã xác nhận";
            case "read" -> "chờ xác nhận";
            case "duplicate" -> "trùng";
            case "failed" -> "không đọc được";
            case "reading" -> "đang đọc";
            case "waiting" -> "đang chờ";
            default -> "bỏ qua";
        };
    }

    private static void failures(RunningApplication application, JsonNode batch)
            throws IOException, InterruptedException {
        var next = "";
        do {
            var page = application.get("/api/intake/items?state=FAILED&size=100&batch="
                    + batch.path("id").asLong() + (next.isEmpty() ? "" : "&after=" + next));
            for (var item : page.path("items"))
                System.out.println("không đọc được: " + item.path("fileName").asString() + ": "
                        + item.path("problem").path("code").asString(""));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
    }

    private static int rebuildIndex(RunningApplication application) throws IOException, InterruptedException {
        application.post("/api/system/rebuild-index", Map.of());
        JsonNode indexes;
        do {
            Thread.sleep(TURN_MILLIS);
            indexes = application.get("/api/system/health").path("indexes");
        } while (indexes.findValuesAsString("state").contains("BUILDING"));
        for (var index : indexes)
            System.out.println(index.path("name").asString() + ": "
                    + index.path("documents").asLong() + " văn bản");
        return 0;
    }

    private static int backup(RunningApplication application, Arguments arguments)
            throws IOException, InterruptedException {
        if (arguments.plain().size() != 1) throw new Refused("./qppl backup FILE.zip");
        var file = Path.of(arguments.plain().getFirst()).toAbsolutePath().normalize();
        var done = application.post("/api/system/backup", Map.of("path", file.toString()));
        System.out.println("đã sao lưu vào " + file + ": " + done.path("files").asLong() + " tệp, "
                + done.path("bytes").asLong() / 1024 + " kB");
        return 0;
    }

    private static int export(RunningApplication application, Arguments arguments)
            throws IOException, InterruptedException {
        if (!arguments.flags().contains("--canonical")) throw new Refused("./qppl export --canonical [--out FILE]");
        var out = arguments.optional("--out");
        if (out == null) {
            application.download("/api/system/export", System.out);
            System.out.flush();
            return 0;
        }
        var file = Path.of(out).toAbsolutePath().normalize();
        var folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) throw new Refused("không có thư mục chứa " + file);
        var part = Files.createTempFile(folder, ".qppl-export", ".part");
        try {
            try (var stream = Files.newOutputStream(part)) {
                application.download("/api/system/export", stream);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return 0;
    }

    private static int verify(RunningApplication application) throws IOException, InterruptedException {
        var verdict = application.get("/api/history/seals");
        System.out.println("nhật ký: " + verdict.path("sealed").asLong() + " dòng đã niêm, "
                + verdict.path("unsealed").asLong() + " dòng chờ niêm");
        if (!verdict.has("brokenAt")) {
            System.out.println("chuỗi nhật ký nguyên vẹn");
            return 0;
        }
        System.out.println("CHUỖI NHẬT KÝ ĐÃ BỊ SỬA từ vị trí "
                + verdict.path("brokenAt").asLong()
                + (verdict.has("entry") ? ", dòng " + verdict.path("entry").asLong() : ""));
        return 1;
    }
}
