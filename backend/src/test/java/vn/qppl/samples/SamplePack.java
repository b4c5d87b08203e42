package vn.qppl.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes {@code backend/samples/kon-tum} from {@code backend/samples/sources}. Needs LibreOffice (soffice) on the path.
 * Arguments: the samples folder, then the names of sources to make (all when none is named).
 */
final class SamplePack {
    private final Path sources;
    private final Path target;
    private final Map<String, String> bases = new TreeMap<>();

    private SamplePack(Path samples) throws IOException {
        sources = samples.resolve("sources");
        target = samples.resolve("kon-tum");
        for (var line : Files.readAllLines(sources.resolve("bases.txt"))) {
            var colon = line.indexOf(": ");
            if (colon > 0 && bases.put(line.substring(0, colon), line.substring(colon + 2)) != null)
                throw new IllegalArgumentException("basis twice: " + line);
        }
    }

    public static void main(String[] args) throws Exception {
        var samples = Path.of(args[0]);
        var pack = new SamplePack(samples);
        var all = read(samples.resolve("sources"));
        var wanted = List.of(args).subList(1, args.length);
        pack.make(all.stream()
                .filter(s -> wanted.isEmpty() || wanted.contains(s.file()))
                .toList());
        pack.expected(all);
        RegisterSheet.write(samples.resolve("sources"), samples.resolve("kon-tum"));
    }

    static List<SampleSource> read(Path sources) throws IOException {
        try (var files = Files.list(sources)) {
            return files.filter(f -> f.toString().endsWith(".txt") && !f.endsWith("bases.txt"))
                    .sorted()
                    .map(SamplePack::readOne)
                    .toList();
        }
    }

    private static SampleSource readOne(Path file) {
        try {
            return SampleSource.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(List<SampleSource> all) throws IOException, InterruptedException {
        Files.createDirectories(target);
        var work = Files.createTempDirectory("samples");
        var conversions = new TreeMap<String, List<Path>>();
        for (var source : all) {
            var docx = work.resolve(source.file().replaceFirst("\\.[a-z]+$", ".docx"));
            try (var letter = new LetterDocx(source, bases);
                    var out = Files.newOutputStream(docx)) {
                letter.write(out);
            }
            if (source.extension().equals("docx"))
                Files.copy(docx, target.resolve(source.file()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            else
                conversions
                        .computeIfAbsent(source.extension(), x -> new ArrayList<>())
                        .add(docx);
        }
        for (var conversion : conversions.entrySet()) convert(conversion.getKey(), conversion.getValue(), work);
        for (var source : all) {
            var made = target.resolve(source.file());
            if (source.scanned()) Scan.replace(made);
            if (source.legacyFont()) LegacyWord.restoreHorn(made);
        }
    }

    private void convert(String extension, List<Path> files, Path work) throws IOException, InterruptedException {
        var filter = switch (extension) {
            case "doc" -> "doc:MS Word 97";
            case "rtf" -> "rtf:Rich Text Format";
            default -> extension;
        };
        var command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + work.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                filter,
                "--outdir",
                target.toString()));
        files.forEach(f -> command.add(f.toString()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve(extension + ".log").toFile())
                .start();
        if (process.waitFor() != 0)
            throw new IOException("soffice: " + Files.readString(work.resolve(extension + ".log")));
    }

    private void expected(List<SampleSource> all) throws IOException {
        var json = JsonMapper.builder().build();
        var lines = new ArrayList<String>();
        for (var source : all) {
            var truth = new LinkedHashMap<String, Object>();
            truth.put("file", source.file());
            truth.put("number", source.number());
            truth.put("type", source.type());
            truth.put("issuer", source.issuerInFull());
            var signer = source.one("signer");
            truth.put("signer", signer.substring(signer.lastIndexOf("| ") + 2));
            truth.put("issuedOn", source.one("date"));
            source.maybe("effective").ifPresent(day -> truth.put("effectiveFrom", day));
            truth.put("title", source.one("name"));
            truth.put("normative", source.normative());
            source.maybe("term").ifPresent(day -> truth.put("lastDayOfTerm", day));
            source.maybe("details").ifPresent(parent -> truth.put("details", parent));
            source.maybe("chain").ifPresent(chain -> truth.put("chain", chain));
            source.maybe("odd").ifPresent(odd -> truth.put("odd", odd));
            truth.put(
                    "validity", source.many("on").stream().map(Expectation::of).toList());
            lines.add(json.writeValueAsString(truth));
        }
        Files.write(target.resolve("expected.jsonl"), lines);
    }
}
