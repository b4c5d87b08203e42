package vn.qppl.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
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

    /** Up to so many different words, all must be there. */
    private static final int ALL_NEEDED = 3;
    /** Of so many words at most it is looked whether they are there. */
    private static final int MOST_NEEDED = 9;

    private final IndexReader reader;
    private final boolean marksThroughout;

    private Relevance(IndexReader reader, boolean marksThroughout) {
        this.reader = reader;
        this.marksThroughout = marksThroughout;
    }

    /** Judged by everything that was typed. */
    static Relevance of(List<Syllable> typed, IndexReader reader) {
        int words = 0;
        int marked = 0;
        for (var syllable : typed) {
            if (!Character.isLetter(syllable.folded().codePointAt(0))) continue;
            words++;
            if (syllable.marked()) marked++;
        }
        return new Relevance(reader, marked > 0 && marked >= MARKS_THROUGHOUT * words);
    }

    /** Passages with one of these words, best first. */
    Query someOf(List<Syllable> syllables) {
        return scored(syllables).build();
    }

    /**
     * Passages with most of what these words say, best first: up to three words must all be there; of a longer question a
     * third of its rarer half. Its common words score, but say too little to be asked for, and looking for them costs most.
     */
    Query mostOf(List<Syllable> syllables) throws IOException {
        var distinct = new LinkedHashSet<String>();
        for (var syllable : syllables) distinct.add(syllable.folded());
        if (distinct.size() < 2) return someOf(syllables);
        int asked = distinct.size();
        int needed = asked;
        if (asked > ALL_NEEDED) {
            asked = Math.min(MOST_NEEDED, (asked + 1) / 2);
            needed = Math.max(2, asked / 3);
        }
        var rarest = new BooleanQuery.Builder().setMinimumNumberShouldMatch(needed);
        for (var folded : rarest(distinct, asked)) {
            rarest.add(new TermQuery(new Term(Schema.FOLDED, folded)), Occur.SHOULD);
        }
        return scored(syllables).add(rarest.build(), Occur.FILTER).build();
    }

    private List<String> rarest(Set<String> folded, int count) throws IOException {
        var found = new HashMap<String, Integer>();
        for (var syllable : folded) found.put(syllable, reader.docFreq(new Term(Schema.FOLDED, syllable)));
        return folded.stream()
                .sorted(Comparator.comparingInt(syllable -> found.getOrDefault(syllable, 0)))
                .limit(count)
                .toList();
    }

    /** One flat disjunction: Lucene skips through it; nested ones it does not. */
    private BooleanQuery.Builder scored(List<Syllable> syllables) {
        var query = new BooleanQuery.Builder();
        for (int i = 0; i < syllables.size(); i++) {
            var first = syllables.get(i);
            query.add(form(first.exact(), first.folded(), meant(first), Schema.EXACT, Schema.FOLDED), Occur.SHOULD);
            if (i + 1 == syllables.size()) break;
            var second = syllables.get(i + 1);
            var pair = form(
                    SyllableStream.pair(first.exact(), second.exact()),
                    SyllableStream.pair(first.folded(), second.folded()),
                    meant(first) && meant(second),
                    Schema.EXACT_PAIRS,
                    Schema.FOLDED_PAIRS);
            query.add(new BoostQuery(pair, PAIR), Occur.SHOULD);
        }
        return query;
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
                .add(someOf(syllables), Occur.MUST)
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
