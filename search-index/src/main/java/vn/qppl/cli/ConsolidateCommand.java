package vn.qppl.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.consolidation.AmendingText;
import vn.qppl.consolidation.BaseText;
import vn.qppl.consolidation.ConsolidatedArticle;
import vn.qppl.consolidation.Consolidation;
import vn.qppl.consolidation.Unapplied;
import vn.qppl.reading.DocumentReader;
import vn.qppl.reading.Reading;
import vn.qppl.reading.TitleCatalogue;
import vn.qppl.text.ExtractedText;
import vn.qppl.text.ExtractionException;
import vn.qppl.text.PooledExtractor;
import vn.qppl.text.TextExtractor;

/**
 * {@code consolidate --base FILE --amending FILE... --on YYYY-MM-DD --out FILE}: drafts the text of the base as it reads on
 * that day, one JSON object an article, and one line of what was left to a person. Needs neither database nor application.
 */
final class ConsolidateCommand {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String USAGE =
            "usage: qppl consolidate --base FILE --amending FILE... --on YYYY-MM-DD --out FILE";

    private record Options(Path base, List<Path> amending, LocalDate on, Path out) {}

    private ConsolidateCommand() {}

    /** @return the exit status */
    static int run(List<String> arguments, PrintStream err) {
        var options = options(arguments);
        if (options == null) {
            err.println(USAGE);
            return 2;
        }
        try (var extractor = PooledExtractor.standard(1)) {
            Files.write(options.out(), lines(consolidate(options, extractor)), StandardCharsets.UTF_8);
            return 0;
        } catch (ExtractionException e) {
            err.println("consolidate: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            err.println("consolidate: " + e.getMessage());
            return 1;
        }
    }

    private static @Nullable Options options(List<String> arguments) {
        Path base = null;
        Path out = null;
        LocalDate on = null;
        var amending = new ArrayList<Path>();
        var option = "";
        for (var argument : arguments) {
            if (argument.startsWith("--")) {
                option = argument;
                continue;
            }
            switch (option) {
                case "--base" -> base = Path.of(argument);
                case "--out" -> out = Path.of(argument);
                case "--amending" -> amending.add(Path.of(argument));
                case "--on" -> on = day(argument);
                default -> {
                    return null;
                }
            }
            if (!option.equals("--amending")) option = "";
        }
        return base == null || out == null || on == null ? null : new Options(base, amending, on, out);
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Consolidation consolidate(Options options, TextExtractor extractor) throws ExtractionException {
        var baseText = text(options.base(), extractor);
        var national = TitleCatalogue.national();
        var base = DocumentReader.read(baseText, national);
        var titles = national.with(entries(base));
        var amending = new ArrayList<AmendingText>();
        for (var file : options.amending()) {
            var text = text(file, extractor);
            var reading = DocumentReader.read(text, titles);
            amending.add(AmendingText.of(reading, file.getFileName().toString()));
        }
        return AmendingText.consolidate(BaseText.of(base), amending, titles, options.on());
    }

    private static List<TitleCatalogue.Entry> entries(Reading reading) {
        var base = BaseText.of(reading);
        return base.number() == null || base.title() == null || base.issuedOn() == null
                ? List.of()
                : List.of(new TitleCatalogue.Entry(base.number(), base.issuedOn(), base.title()));
    }

    /** Any file that an import takes: plain text as it is, Word, PDF and web pages by extraction. */
    private static ExtractedText text(Path file, TextExtractor extractor) throws ExtractionException {
        return extractor.extract(file, file.getFileName().toString());
    }

    private static List<String> lines(Consolidation consolidation) {
        var out = new ArrayList<String>();
        for (var article : consolidation.articles()) out.add(JSON.writeValueAsString(article(article)));
        var unapplied = new LinkedHashMap<String, Object>();
        unapplied.put(
                "unapplied",
                consolidation.unapplied().stream()
                        .map(ConsolidateCommand::unapplied)
                        .toList());
        out.add(JSON.writeValueAsString(unapplied));
        return out;
    }

    private static LinkedHashMap<String, Object> article(ConsolidatedArticle article) {
        var out = new LinkedHashMap<String, Object>();
        out.put("article", article.number());
        out.put("text", article.printed());
        if (article.repealed()) out.put("repealed", true);
        out.put(
                "changedBy",
                article.changes().stream()
                        .map(cause -> {
                            var by = new LinkedHashMap<String, Object>();
                            by.put("number", cause.number());
                            if (cause.provision() != null) by.put("provision", cause.provision());
                            by.put("from", cause.from().toString());
                            return by;
                        })
                        .toList());
        return out;
    }

    private static LinkedHashMap<String, Object> unapplied(Unapplied unapplied) {
        var out = new LinkedHashMap<String, Object>();
        out.put("number", unapplied.number());
        if (unapplied.provision() != null) out.put("provision", unapplied.provision());
        if (unapplied.target() != null) out.put("target", unapplied.target());
        out.put("reason", unapplied.reason());
        return out;
    }
}
