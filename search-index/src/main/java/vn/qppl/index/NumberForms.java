package vn.qppl.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.DocumentNumber;

/**
 * Numbers of documents as people type them: {@code 511/QĐ-UBND}, {@code 511 qd ubnd}, {@code QÐ} with the wrong letter,
 * "quyết định 511 năm 2016", "nghị quyết 5/2023".
 *
 * @param serial without leading zeros, folded
 * @param year of the number or of issue; null where none was typed
 * @param symbols parts of the symbol, folded: {@code qd}, {@code ubnd}
 * @param type the type's words, folded ("quyet dinh"); null where none was typed
 * @param from index of the first syllable that belongs to the number
 * @param to index behind the last one
 * @param typed how many syllables were typed in all
 */
record NumberForms(
        String serial,
        @Nullable String year,
        List<String> symbols,
        @Nullable String type,
        int from,
        int to,
        int typed) {

    private static final String SERIAL = "number.serial";
    private static final String IN_YEAR = "number.year";
    private static final String SYMBOL = "number.symbol";
    private static final String TYPE = "number.type";
    private static final String WITHOUT_YEAR = "number.withoutYear";

    /** Types as they are typed before a number; the abbreviation stands in the number's symbol. */
    private static final List<String> TYPES = List.of(
            "thong tu lien tich",
            "nghi quyet lien tich",
            "van ban hop nhat",
            "quyet dinh",
            "nghi quyet",
            "nghi dinh",
            "thong tu",
            "chi thi",
            "phap lenh",
            "bo luat",
            "luat",
            "lenh",
            "thong bao",
            "ke hoach",
            "cong van",
            "bao cao",
            "to trinh",
            "huong dan",
            "qd",
            "nq",
            "nd",
            "tt",
            "ct");

    private static final Pattern DIGITS = Pattern.compile("\\d{1,6}[a-z]?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern SOUND = Pattern.compile(
            "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?");

    static void index(Document head, IndexedDocument document) {
        if (document.number() == null) return;
        var number = DocumentNumber.parse(document.number()).orElse(null);
        var typed = Syllables.of(document.number());
        if (typed.isEmpty()) return;
        head.add(term(SERIAL, typed.getFirst().folded()));
        for (int i = 1; i < typed.size(); i++) {
            var part = typed.get(i).folded();
            if (!YEAR.matcher(part).matches()) head.add(term(SYMBOL, part));
        }
        if (number != null && number.year() != null) head.add(term(IN_YEAR, Integer.toString(number.year())));
        if (number == null || number.year() == null) head.add(term(WITHOUT_YEAR, "yes"));
        if (document.issuedOn() != null) {
            var year = Integer.toString(document.issuedOn().getYear());
            if (number == null || number.year() == null || !year.equals(Integer.toString(number.year()))) {
                head.add(term(IN_YEAR, year));
            }
        }
        head.add(term(TYPE, fold(document.typeName())));
    }

    /** Sorts as lawyers list numbers: by year, then symbol, then serial as a number; the unnumbered last. */
    static String order(@Nullable String printed) {
        var number = printed == null ? null : DocumentNumber.parse(printed).orElse(null);
        if (number == null) return "~" + (printed == null ? "" : printed);
        int digits = 0;
        while (digits < number.serial().length()
                && Character.isDigit(number.serial().charAt(digits))) digits++;
        return String.format(
                Locale.ROOT,
                "%04d %s %s%s",
                number.year() == null ? 0 : number.year(),
                number.symbol(),
                "0".repeat(Math.max(0, 6 - digits)),
                number.serial());
    }

    /** The first number in what was typed; null where there is none. */
    static @Nullable NumberForms in(String typed) {
        var syllables = Syllables.of(typed);
        for (int i = 0; i < syllables.size(); i++) {
            if (!DIGITS.matcher(syllables.get(i).folded()).matches()) continue;
            var found = at(typed, syllables, i);
            if (found != null) return found;
        }
        return null;
    }

    private static @Nullable NumberForms at(String typed, List<Syllable> syllables, int serial) {
        int next = serial + 1;
        String year = null;
        boolean slash = joined(typed, syllables, serial, '/');
        if (next < syllables.size()
                && YEAR.matcher(syllables.get(next).folded()).matches()) {
            year = syllables.get(next).folded();
            next++;
        }
        boolean slashBeforeSymbol = next < syllables.size() && joined(typed, syllables, next - 1, '/');
        var symbols = new ArrayList<String>();
        while (next < syllables.size() && symbols.size() < 8) {
            var part = syllables.get(next).folded();
            boolean written = symbols.isEmpty()
                    ? slashBeforeSymbol
                    : joined(typed, syllables, next - 1, '-') || joined(typed, syllables, next - 1, '&');
            if (!Character.isLetter(part.codePointAt(0)) || (!written && isSound(part))) break;
            symbols.add(part);
            next++;
        }
        int from = serial;
        String type = null;
        int before = serial;
        if (before > 0 && syllables.get(before - 1).folded().equals("so")) before--;
        for (var name : TYPES) {
            int length = name.split(" ").length;
            if (before >= length && name.equals(folded(syllables, before - length, before))) {
                type = name;
                from = before - length;
                break;
            }
        }
        if (type == null && before < serial) from = before;
        // "12/2023" alone is a number; within other words it is as often a month
        boolean alone = slash && year != null && from == 0 && next == syllables.size();
        if (symbols.isEmpty() && type == null && !alone) return null;
        if (year == null
                && next + 1 < syllables.size()
                && syllables.get(next).folded().equals("nam")
                && YEAR.matcher(syllables.get(next + 1).folded()).matches()) {
            year = syllables.get(next + 1).folded();
            next += 2;
        } else if (next + 3 < syllables.size()
                && syllables.get(next).folded().equals("ngay")
                && YEAR.matcher(syllables.get(next + 3).folded()).matches()) {
            if (year == null) year = syllables.get(next + 3).folded();
            next += 4;
        }
        return new NumberForms(syllables.get(serial).folded(), year, symbols, type, from, next, syllables.size());
    }

    private static boolean joined(String typed, List<Syllable> syllables, int left, char sign) {
        if (left + 1 >= syllables.size()) return false;
        var between = typed.substring(
                syllables.get(left).end(), syllables.get(left + 1).start());
        return between.strip().equals(String.valueOf(sign));
    }

    /** Whether letters can be read as a syllable; "ubnd" and "qd" cannot, so they are parts of a symbol. */
    private static boolean isSound(String letters) {
        return SOUND.matcher(letters).matches();
    }

    /** Whether nothing but the number was typed. */
    boolean alone() {
        return from == 0 && to == typed;
    }

    /** Heads of documents with this number. */
    Query query() {
        var query = new BooleanQuery.Builder().add(new TermQuery(new Term(SERIAL, serial)), Occur.MUST);
        for (var symbol : symbols) query.add(new TermQuery(new Term(SYMBOL, symbol)), Occur.MUST);
        if (year != null) query.add(new TermQuery(new Term(IN_YEAR, year)), Occur.MUST);
        if (type != null) {
            var abbreviation = abbreviation(type);
            query.add(
                    new BooleanQuery.Builder()
                            .add(new TermQuery(new Term(TYPE, type)), Occur.SHOULD)
                            .add(new TermQuery(new Term(SYMBOL, abbreviation)), Occur.SHOULD)
                            .build(),
                    Occur.MUST);
        }
        var ranked =
                new BooleanQuery.Builder().add(new BoostQuery(new ConstantScoreQuery(query.build()), 1000), Occur.MUST);
        if (year == null)
            ranked.add(new ConstantScoreQuery(new TermQuery(new Term(WITHOUT_YEAR, "yes"))), Occur.SHOULD);
        return ranked.build();
    }

    private static String abbreviation(String type) {
        if (type.indexOf(' ') < 0) return type;
        return java.util.Arrays.stream(type.split(" "))
                .map(w -> w.substring(0, 1))
                .collect(Collectors.joining());
    }

    private static String folded(List<Syllable> syllables, int from, int to) {
        return syllables.subList(from, to).stream().map(Syllable::folded).collect(Collectors.joining(" "));
    }

    private static String fold(String words) {
        var syllables = Syllables.of(words);
        return folded(syllables, 0, syllables.size());
    }

    private static StringField term(String field, String value) {
        return new StringField(field, value, Field.Store.NO);
    }
}
