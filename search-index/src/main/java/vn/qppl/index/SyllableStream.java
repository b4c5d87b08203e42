package vn.qppl.index;

import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Feeds terms already read from a text to Lucene; a null in the list is a gap that no phrase crosses. */
final class SyllableStream extends TokenStream {
    private static final int GAP = 50;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<List<Syllable>> parts;
    private final Function<Syllable, String> form;
    private final boolean pairs;
    private int part;
    private int at;

    private SyllableStream(List<List<Syllable>> parts, Function<Syllable, String> form, boolean pairs) {
        this.parts = parts;
        this.form = form;
        this.pairs = pairs;
    }

    /** Single syllables of texts that follow each other with a gap between. */
    static SyllableStream single(List<List<Syllable>> parts, Function<Syllable, String> form) {
        return new SyllableStream(parts, form, false);
    }

    /** Each syllable with the next one, within each text. */
    static SyllableStream pairs(List<List<Syllable>> parts, Function<Syllable, String> form) {
        return new SyllableStream(parts, form, true);
    }

    static String pair(String first, String second) {
        return first + ' ' + second;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        boolean gap = false;
        while (part < parts.size()) {
            var syllables = parts.get(part);
            if (at + (pairs ? 1 : 0) < syllables.size()) {
                term.append(form.apply(syllables.get(at)));
                if (pairs) term.append(' ').append(form.apply(syllables.get(at + 1)));
                increment.setPositionIncrement(gap ? GAP : 1);
                at++;
                return true;
            }
            gap = part > 0 || at > 0;
            part++;
            at = 0;
        }
        return false;
    }

    @Override
    public void reset() throws java.io.IOException {
        super.reset();
        part = 0;
        at = 0;
    }
}
