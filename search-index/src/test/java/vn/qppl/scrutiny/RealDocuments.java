package vn.qppl.scrutiny;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import vn.qppl.reading.DocumentReader;
import vn.qppl.text.ExtractedText;
import vn.qppl.text.VietnameseText;

/** Prints what the rules hold against the real documents of a folder, with the most alarms first by rule: run by hand. */
final class RealDocuments {
    private RealDocuments() {}

    public static void main(String[] args) throws Exception {
        var rules = new TreeMap<String, Integer>();
        int documents = 0;
        int alarms = 0;
        try (var files = Files.list(Path.of(args[0]))) {
            for (var file : files.sorted().toList()) {
                var text = VietnameseText.nfc(Files.readString(file));
                var reading = DocumentReader.read(ExtractedText.ofPlainText(text));
                var facts = Facts.of(reading);
                if (!facts.form().localRules()
                        && facts.form() != Facts.Form.DIRECTIVE
                        && facts.form() != Facts.Form.ADMINISTRATIVE) continue;
                documents++;
                var found = Scrutiny.check(reading, facts, Known.nothing());
                System.out.println("== " + file.getFileName() + " "
                        + (reading.number() == null ? "" : reading.number().value()) + " " + facts.form() + " "
                        + facts.level() + " " + facts.day() + " " + facts.issuer());
                for (var f : found)
                    if (f.alarm()) {
                        alarms++;
                        rules.merge(f.rule().code(), 1, Integer::sum);
                        System.out.println("   " + f.severity() + " " + f.rule().code() + ": " + f.explanation() + " | "
                                + f.evidence().getFirst().place() + " | "
                                + f.evidence().getFirst().quote());
                    }
            }
        }
        System.out.println(documents + " documents, " + alarms + " alarms " + rules);
    }
}
