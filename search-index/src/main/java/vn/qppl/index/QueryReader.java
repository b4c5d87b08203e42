package vn.qppl.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.VietnameseText;

/**
 * Reads what was typed. Total: brackets and quotation marks that do not match are read as if they did, operators without
 * operands are left out.
 */
final class QueryReader {
    private static final int LONGEST = 4_000;
    private static final int MOST_SYLLABLES = 64;
    private static final int DEEPEST = 16;

    private final String typed;
    private final boolean vietnameseOperators;
    private final Relevance relevance;
    private final boolean broad;
    private int at;
    private int syllablesLeft = MOST_SYLLABLES;

    private QueryReader(String typed, Relevance relevance, boolean broad) {
        this.typed = typed;
        this.relevance = relevance;
        this.broad = broad;
        this.vietnameseOperators = !typed.equals(typed.toUpperCase(Locale.ROOT));
    }

    /**
     * What a text asks for.
     *
     * @param query passages that answer; most of the words must be there
     * @param broad one word of each part is enough, and a phrase's words may stand apart
     * @param syllables to mark in what is shown
     * @param everything true where nothing was typed
     */
    record Asked(Query query, Query broad, List<Syllable> syllables, boolean everything) {}

    static Asked read(String text, IndexReader reader) throws IOException {
        var typed = VietnameseText.nfc(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        var syllables = Abbreviations.written(typed);
        if (syllables.isEmpty()) {
            return everything(List.of());
        }
        var relevance = Relevance.of(Syllables.of(typed), reader);
        var strict = new QueryReader(typed, relevance, false).any(0);
        var broad = new QueryReader(typed, relevance, true).any(0);
        if (strict == null || broad == null) {
            return everything(syllables);
        }
        var number = NumberForms.in(typed);
        if (number == null) return new Asked(strict, broad, syllables, false);
        return new Asked(
                withNumber(number, number.alone() ? relevance.phrase(syllables) : strict),
                withNumber(number, broad),
                syllables,
                false);
    }

    private static Asked everything(List<Syllable> syllables) {
        var heads = new ConstantScoreQuery(new TermQuery(new Term(Schema.KIND, Schema.HEAD)));
        return new Asked(heads, heads, syllables, true);
    }

    private static Query withNumber(NumberForms number, Query beside) {
        return new BooleanQuery.Builder()
                .add(number.query(), Occur.SHOULD)
                .add(beside, Occur.SHOULD)
                .build();
    }

    /** a OR b OR c; null where nothing is asked. */
    private @Nullable Query any(int depth) throws IOException {
        var options = new ArrayList<Query>();
        while (true) {
            var option = all(depth);
            if (option != null) options.add(option);
            if (!operator("OR", "HOẶC")) break;
        }
        if (options.size() < 2) return options.isEmpty() ? null : options.getFirst();
        var query = new BooleanQuery.Builder();
        options.forEach(option -> query.add(option, Occur.SHOULD));
        return query.build();
    }

    /** a AND b, and parts that stand side by side. */
    private @Nullable Query all(int depth) throws IOException {
        var must = new ArrayList<Query>();
        var not = new ArrayList<Query>();
        var words = new ArrayList<Syllable>();
        while (true) {
            skipBlanks();
            if (at >= typed.length()) break;
            char c = typed.charAt(at);
            if (c == ')' && depth > 0) break;
            if (ahead("OR", "HOẶC")) break;
            if (operator("AND", "VÀ")) {
                flush(words, must);
                continue;
            }
            boolean negative = false;
            while (operator("NOT", "KHÔNG") || minus()) {
                negative = true;
                skipBlanks();
            }
            if (at >= typed.length()) break;
            c = typed.charAt(at);
            if (isQuote(c)) {
                var phrase = phrase(negative);
                if (phrase != null) (negative ? not : must).add(phrase);
            } else if (c == '(') {
                at++;
                var inner = depth < DEEPEST ? any(depth + 1) : null;
                skipBlanks();
                if (at < typed.length() && typed.charAt(at) == ')') at++;
                if (inner != null) (negative ? not : must).add(inner);
            } else if (c == ')') {
                if (depth > 0) break;
                at++;
            } else {
                var word = taken(Abbreviations.written(word()));
                if (word.isEmpty()) continue;
                if (negative) not.add(relevance.phrase(word));
                else words.addAll(word);
            }
        }
        flush(words, must);
        if (must.isEmpty() && not.isEmpty()) must.add(new MatchAllDocsQuery());
        if (must.isEmpty()) return null;
        if (must.size() == 1 && not.isEmpty()) return must.getFirst();
        var query = new BooleanQuery.Builder();
        must.forEach(part -> query.add(part, Occur.MUST));
        not.forEach(part -> query.add(part, Occur.MUST_NOT));
        return query.build();
    }

    private void flush(List<Syllable> words, List<Query> must) throws IOException {
        if (words.isEmpty()) return;
        must.add(broad ? relevance.someOf(List.copyOf(words)) : relevance.mostOf(List.copyOf(words)));
        words.clear();
    }

    private @Nullable Query phrase(boolean negative) {
        char open = typed.charAt(at++);
        int from = at;
        while (at < typed.length() && !closes(open, typed.charAt(at))) at++;
        var syllables = taken(Abbreviations.written(typed.substring(from, at)));
        if (at < typed.length()) at++;
        if (syllables.isEmpty()) return null;
        return broad && !negative ? relevance.phraseOrWords(syllables) : relevance.phrase(syllables);
    }

    private List<Syllable> taken(List<Syllable> syllables) {
        var taken = syllables.size() <= syllablesLeft ? syllables : syllables.subList(0, syllablesLeft);
        syllablesLeft -= taken.size();
        return taken;
    }

    /** Up to the next blank, bracket or quotation mark; never empty. */
    private String word() {
        int from = at++;
        while (at < typed.length()) {
            char c = typed.charAt(at);
            if (Character.isWhitespace(c) || c == '(' || c == ')' || isQuote(c)) break;
            at++;
        }
        return typed.substring(from, at);
    }

    /** A hyphen before a word excludes it; within a word or between blanks it is punctuation. */
    private boolean minus() {
        if (at + 1 >= typed.length() || typed.charAt(at) != '-') return false;
        char next = typed.charAt(at + 1);
        if (!Character.isLetterOrDigit(next) && !isQuote(next) && next != '(') return false;
        at++;
        return true;
    }

    private boolean ahead(String english, String vietnamese) {
        return isOperator(english) || (vietnameseOperators && isOperator(vietnamese));
    }

    private boolean operator(String english, String vietnamese) {
        skipBlanks();
        var word = isOperator(english) ? english : vietnameseOperators && isOperator(vietnamese) ? vietnamese : null;
        if (word == null) return false;
        at += word.length();
        return true;
    }

    private boolean isOperator(String word) {
        int end = at + word.length();
        return typed.startsWith(word, at)
                && (end == typed.length() || Character.isWhitespace(typed.charAt(end)) || typed.charAt(end) == '(');
    }

    private void skipBlanks() {
        while (at < typed.length() && Character.isWhitespace(typed.charAt(at))) at++;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '«';
    }

    private static boolean closes(char open, char c) {
        return open == '«' ? c == '»' : c == '"' || c == '”' || c == '“';
    }
}
