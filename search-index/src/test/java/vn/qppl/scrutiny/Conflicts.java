package vn.qppl.scrutiny;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.reading.DocumentReader;
import vn.qppl.scrutiny.Facts.Form;
import vn.qppl.scrutiny.Facts.Procedure;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.text.ExtractedText;

/**
 * Measures the rules on pairs of norms (a norm checked, the norm it is checked against, "Có" or "Không"): run by hand with the file, see
 * docs/legality.md. The class of a pair is told by the norm it is checked against; the annotator's own words on the form of the paper
 * are left out of what the rules read.
 */
final class Conflicts {
    private static final Pattern PAIR = Pattern.compile(
            "(?s)^.*?Số ký hiệu:\\s*(.*?)\\s*;\\s*Vị trí:(.*?);\\s*Nội dung quy phạm:(.*?)Quy phạm là căn cứ rà soát:(.*)$");
    private static final Pattern SAID_OF_FORM =
            Pattern.compile("(?m)^.*(?:là văn bản hành chính|hình thức là văn bản hành chính).*$");

    /** The formal classes of findings, each with the rules that find it and the norm that tells it. */
    enum FormalClass {
        EFFECT_DATE(
                "khoản 1,? điều 151|điều 53,? luật ban hành",
                Rule.EFFECT_TOO_EARLY,
                Rule.EFFECT_MISSING,
                Rule.EFFECT_NOT_DATED),
        RETROACTIVITY("khoản 3,? điều 152|điều 55,? luật ban hành", Rule.EFFECT_RETROACTIVE),
        NUMBERING_SERIES("điều 10,? luật ban hành|điều 58,? nghị định", Rule.NUMBER_SERIES, Rule.NUMBER_YEAR),
        BASIS(
                "điều 61,? nghị định",
                Rule.BASIS_NOT_NORMATIVE,
                Rule.BASIS_NOT_IN_FORCE,
                Rule.BASIS_SUPERSEDED,
                Rule.BASIS_LOWER_RANK),
        PROCEDURE("khoản 4,? điều 14,? luật ban hành", Rule.CREATES_PROCEDURE),
        ADMINISTRATIVE_FORM(
                "^(?:(?!điều|điểm).)*luật ban hành văn bản quy phạm pháp luật 2015\\s+luật ban hành.*nghị định số 34/2016/nđ-cp\\s",
                Rule.NORMATIVE_IN_ADMINISTRATIVE_FORM),
        SIGNATURE("mẫu số 19", Rule.SIGNATURE_BLOCK);

        private final Pattern yardstick;
        private final Set<Rule> rules;

        FormalClass(String yardstick, Rule first, Rule... rest) {
            this.yardstick = Pattern.compile(yardstick, Pattern.DOTALL);
            this.rules = EnumSet.of(first, rest);
        }
    }

    private Conflicts() {}

    public static void main(String[] args) throws Exception {
        var counts = new int[FormalClass.values().length][3];
        int at = -1;
        for (var line : Files.readAllLines(Path.of(args[0]))) {
            at++;
            var pair = JsonMapper.shared().readTree(line);
            var m = PAIR.matcher(pair.get("question").asString());
            if (!m.matches()) {
                System.out.println("not a pair: " + at);
                continue;
            }
            boolean conflict = pair.get("ground_truth").asString().equals("Có");
            var where = m.group(4)
                    .substring(0, Math.max(0, m.group(4).indexOf("Nội dung quy phạm")))
                    .toLowerCase(Locale.ROOT);
            var content = SAID_OF_FORM.matcher(m.group(3)).replaceAll("").strip();
            var found = check(m.group(1), content);
            for (var c : FormalClass.values()) {
                boolean truth = conflict && c.yardstick.matcher(where).find();
                var finding =
                        found.stream().filter(f -> c.rules.contains(f.rule())).findFirst();
                if (truth && finding.isPresent()) counts[c.ordinal()][0]++;
                if (truth && finding.isEmpty()) counts[c.ordinal()][1]++;
                if (!truth && finding.isPresent()) counts[c.ordinal()][2]++;
                if (truth || finding.isPresent())
                    System.out.printf(
                            "%d %s %s %s %s: %s%n",
                            at,
                            pair.get("ground_truth").asString(),
                            m.group(1).replaceAll("\\s+", " "),
                            c,
                            truth ? finding.isPresent() ? "found" : "MISSED" : "surplus",
                            finding.map(f -> f.evidence().getFirst().quote()).orElse(""));
            }
        }
        int[] all = new int[3];
        for (var c : FormalClass.values()) {
            var n = counts[c.ordinal()];
            System.out.printf("%s found %d missed %d surplus %d%n", c, n[0], n[1], n[2]);
            for (int i = 0; i < 3; i++) all[i] += n[i];
        }
        System.out.printf(
                "all: recall %.2f precision %.2f%n",
                all[0] / (double) (all[0] + all[1]), all[0] / (double) (all[0] + all[2]));
    }

    /** A fragment has no letterhead: form and law come from its number, as an inspector knows them. */
    private static java.util.List<MachineFinding> check(String numbers, String content) {
        var number = DocumentNumber.parse(numbers.strip().split("\\s")[0]);
        var symbol = number.map(DocumentNumber::symbol).orElse("");
        var year = number.map(DocumentNumber::year).orElse(null);
        var form = symbol.equals("NQ-HĐND")
                ? Form.COUNCIL_RESOLUTION
                : symbol.equals("QĐ-UBND")
                        ? Form.COMMITTEE_DECISION
                        : symbol.equals("CT-UBND")
                                ? Form.DIRECTIVE
                                : symbol.matches("(?:QĐ|TT|NĐ|TTLT|CT)-.*|QH.*") ? Form.CENTRAL : Form.ADMINISTRATIVE;
        var regime = Regime.on(year == null ? LocalDate.of(2022, 1, 1) : LocalDate.of(year, 12, 31));
        var facts = new Facts(null, regime, form, Facts.Level.PROVINCE, "", Procedure.UNKNOWN, year != null, false);
        return Scrutiny.check(DocumentReader.read(ExtractedText.ofPlainText(content)), facts, Known.nothing());
    }
}
