package vn.qppl.scrutiny;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.scrutiny.MachineFinding.Evidence;
import vn.qppl.structure.LegalText.Component;
import vn.qppl.structure.Unit;
import vn.qppl.text.Span;

/**
 * Điều, khoản, điểm in their order without gaps and repetitions (Nghị định 34/2016 Điều 55–81; Nghị định 78/2025 Điều 62–71). Read from the
 * lines themselves: the reader of structure leaves out what does not follow.
 */
final class NumberingRules {
    private static final Pattern ARTICLE = Pattern.compile("(?mu)^[ \\t]*Điều\\s+(\\d{1,3})([a-zđ]?)\\s*[.:](?=\\s|$)");
    private static final Pattern CLAUSE = Pattern.compile("(?mu)^[ \\t]*(\\d{1,2})([a-zđ]?)\\.(?=\\s)");
    private static final Pattern POINT = Pattern.compile("(?mu)^[ \\t]*([a-zđ])(\\d?)\\)(?=\\s|\\p{L})");
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";

    private final Text text;
    private final List<MachineFinding> found;
    private final List<Evidence> wrong = new ArrayList<>();
    private final List<String> why = new ArrayList<>();

    private NumberingRules(Text text, List<MachineFinding> found) {
        this.text = text;
        this.found = found;
    }

    static void check(Text text, List<MachineFinding> found) {
        var rules = new NumberingRules(text, found);
        for (var component : text.ruling()) rules.component(component);
        rules.report();
    }

    private record Line(String number, int value, String suffix, int start, int end) {}

    private void component(Component component) {
        var articles = lines(ARTICLE, component.span());
        // where articles of an amended text stand unquoted nobody knows whose they are
        if (text.amending() && component.eId().isEmpty()) return;
        int from = firstArticle(component);
        articles.removeIf(line -> line.start() < from);
        sequence(articles, "Điều", "", true);
        var units = Text.articles(component);
        for (int i = 0; i < articles.size(); i++) {
            int end = i + 1 < articles.size() ? articles.get(i + 1).start() : end(component, units);
            if (end > articles.get(i).end())
                clauses(articles.get(i), new Span(articles.get(i).end(), end));
        }
    }

    /** The last article ends with its unit: what follows it is the signature, or a table. */
    private static int end(Component component, List<Unit> articles) {
        return articles.isEmpty()
                ? component.span().end()
                : articles.getLast().span().end();
    }

    private static int firstArticle(Component component) {
        var articles = Text.articles(component);
        return articles.isEmpty()
                ? component.span().end()
                : articles.getFirst().span().start();
    }

    private List<Line> lines(Pattern pattern, Span within) {
        var lines = new ArrayList<Line>();
        var m = pattern.matcher(text.words()).region(within.start(), within.end());
        while (m.find()) {
            if (text.quoted(m.start(1)) || row(m.start(1))) continue;
            int value = Character.isDigit(m.group(1).charAt(0))
                    ? Integer.parseInt(m.group(1))
                    : LETTERS.indexOf(m.group(1).charAt(0)) + 1;
            lines.add(new Line(m.group(1) + m.group(2), value, m.group(2), m.start(1), m.end()));
        }
        return lines;
    }

    /** Cells of a table count for themselves. */
    private boolean row(int at) {
        int end = text.words().indexOf('\n', at);
        return text.words().substring(at, end < 0 ? text.words().length() : end).contains("\t");
    }

    private void clauses(Line article, Span within) {
        var clauses = lines(CLAUSE, within);
        var of = "Điều " + article.number();
        // lists that begin anew inside an article count for themselves
        long firsts = clauses.stream()
                .filter(c -> c.value() == 1 && c.suffix().isEmpty())
                .count();
        boolean plain = firsts == 1 && clauses.getFirst().value() == 1;
        if (plain) sequence(clauses, "khoản", of, false);
        int start = within.start();
        for (int i = 0; i <= clauses.size(); i++) {
            int end = i < clauses.size() ? clauses.get(i).start() : within.end();
            if (end > start)
                points(
                        new Span(start, end),
                        i == 0 ? of : "khoản " + clauses.get(i - 1).number() + " " + of);
            start = i < clauses.size() ? clauses.get(i).end() : end;
        }
    }

    private void points(Span within, String of) {
        var points = lines(POINT, within);
        points.removeIf(p -> p.value() == 0);
        long firsts = points.stream()
                .filter(p -> p.value() == 1 && p.suffix().isEmpty())
                .count();
        if (points.isEmpty() || firsts > 1 || points.getFirst().value() != 1) return;
        sequence(points, "điểm", of, false);
    }

    /** @param fromOne whether the first must be 1 */
    private void sequence(List<Line> lines, String level, String of, boolean fromOne) {
        @Nullable Line last = null;
        for (var line : lines) {
            String problem = null;
            if (last == null) {
                if (fromOne && line.value() != 1) problem = "bắt đầu từ %s %s".formatted(level, line.number());
            } else if (line.number().equals(last.number())) {
                problem = "lặp %s %s".formatted(level, line.number());
            } else if (line.value() == last.value() && !line.suffix().isEmpty()) {
                // 5a behind 5 was inserted
                problem = null;
            } else if (level.equals("điểm") && last.value() >= LETTERS.length() && line.value() == 1) {
                // behind y the alphabet begins anew: a1
                problem = null;
            } else if (line.value() <= last.value()) {
                problem = "%s %s đứng sau %s %s".formatted(level, line.number(), level, last.number());
            } else if (line.value() > last.value() + 1) {
                problem = "từ %s %s sang %s %s".formatted(level, last.number(), level, line.number());
            }
            if (problem != null) {
                why.add(problem + (of.isEmpty() ? "" : " (" + of + ")"));
                wrong.add(text.evidence(lineOf(line.start())));
            }
            last = line;
        }
    }

    private Span lineOf(int start) {
        int end = text.words().indexOf('\n', start);
        return new Span(start, end < 0 ? text.words().length() : end);
    }

    private void report() {
        if (wrong.isEmpty()) return;
        int most = Math.min(10, wrong.size());
        found.add(new MachineFinding(
                Rule.NUMBERING,
                Severity.DEFECT,
                "Thứ tự không liên tục hoặc lặp lại: %s%s."
                        .formatted(String.join("; ", why.subList(0, most)), why.size() > most ? "; …" : ""),
                Articles.form(text.regime()),
                wrong.subList(0, most),
                "Đánh lại số thứ tự và rà soát các viện dẫn."));
    }
}
