package vn.qppl.index;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * What makes a passage answer words. Each syllable, and each pair of neighbours, scores the better of two: found as typed,
 * with its marks, or found without marks at a discount. A syllable typed without marks says nothing about them, unless
 * whoever typed writes marks throughout: then "ban" means "ban" before "bàn".
 */
final class Relevance {
    static final Similarity SIMILARITY = new BM25Similarity(1.2f, 0.75f);
    /** Found, but with other marks than typed. */
    private static final float OTHER_MARKS = 0.7f;
    /** A pair of neighbours beside its two syllables. */
    private static final float PAIR = 0.7f;
    /** From this share of marked syllables on, marks are typed throughout; running Vietnamese has about three in four. */
    private static final double MARKS_THROUGHOUT = 0.6;

    private final boolean marksThroughout;

    private Relevance(boolean marksThroughout) {
        this.marksThroughout = marksThroughout;
    }

    /** Judged by everything that was typed. */
    static Relevance of(List<Syllable> typed) {
        int words = 0;
        int marked = 0;
        for (var syllable : typed) {
            if (!Character.isLetter(syllable.folded().codePointAt(0))) continue;
            words++;
            if (syllable.marked()) marked++;
        }
        return new Relevance(marked > 0 && marked >= MARKS_THROUGHOUT * words);
    }

    /** Passages with these words, best first; at least {@code needed} of the syllables must be there. */
    Query words(List<Syllable> syllables, int needed) {
        var single = new BooleanQuery.Builder();
        for (var syllable : syllables) {
            single.add(
                    form(syllable.exact(), syllable.folded(), meant(syllable), Schema.EXACT, Schema.FOLDED),
                    Occur.SHOULD);
        }
        single.setMinimumNumberShouldMatch(needed);
        if (syllables.size() == 1) return single.build();
        var query = new BooleanQuery.Builder().add(single.build(), Occur.MUST);
        for (int i = 0; i + 1 < syllables.size(); i++) {
            var first = syllables.get(i);
            var second = syllables.get(i + 1);
            var pair = form(
                    SyllableStream.pair(first.exact(), second.exact()),
                    SyllableStream.pair(first.folded(), second.folded()),
                    meant(first) && meant(second),
                    Schema.EXACT_PAIRS,
                    Schema.FOLDED_PAIRS);
            query.add(new BoostQuery(pair, PAIR), Occur.SHOULD);
        }
        return query.build();
    }

    /** Passages with exactly this run of syllables; marks typed must be there, marks not typed may be. */
    Query phrase(List<Syllable> syllables) {
        boolean asTyped = marksThroughout || syllables.stream().allMatch(Syllable::marked);
        var phrase = new PhraseQuery.Builder();
        for (var syllable : syllables) {
            phrase.add(asTyped ? new Term(Schema.EXACT, syllable.exact()) : new Term(Schema.FOLDED, syllable.folded()));
        }
        return phrase.build();
    }

    /** Passages with one of these syllables; those with the whole phrase first. */
    Query phraseOrWords(List<Syllable> syllables) {
        return new BooleanQuery.Builder()
                .add(words(syllables, 1), Occur.MUST)
                .add(phrase(syllables), Occur.SHOULD)
                .build();
    }

    private boolean meant(Syllable syllable) {
        return syllable.marked() || marksThroughout;
    }

    private static Query form(String exact, String folded, boolean marksMeant, String exactField, String foldedField) {
        var any = new TermQuery(new Term(foldedField, folded));
        if (!marksMeant) return any;
        return new DisjunctionMaxQuery(
                List.of(new TermQuery(new Term(exactField, exact)), new BoostQuery(any, OTHER_MARKS)), 0);
    }
}
