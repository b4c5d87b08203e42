package vn.qppl.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * One thing that one sentence does, before it is known when: the targets share kind, words and evidence.
 *
 * @param targets what it is done to; a target without address is a whole document
 * @param phrase true where words are replaced, dropped or added, not provisions
 * @param oldWords spans of the words replaced or dropped
 * @param newWords span of the replacing or added words
 * @param newTexts quotations that hold the new text, in order
 * @param position "sau khoản 4 Điều 23"; "sau " or "trước " alone where {@code anchor} holds the words
 * @param anchor words that the new words are put beside; null where there are none
 * @param evidence the sentence, without its quoted text
 * @param from where the instruction begins in its line
 * @param to where the instruction and what dates it end in its line
 * @param open true where the sentence ends with a colon and what it names follows in the units below
 * @param partly true for "một số điều của …": a document named whole is not meant whole
 */
record Instruction(
        EffectKind kind,
        List<Target> targets,
        boolean phrase,
        List<Span> oldWords,
        @Nullable Span newWords,
        List<Span> newTexts,
        @Nullable String position,
        @Nullable Span anchor,
        Span evidence,
        int from,
        int to,
        boolean open,
        boolean partly,
        double confidence,
        @Nullable String reason) {

    /**
     * @param document null where neither the sentence nor what stands above names one
     * @param address null for the whole document
     * @param becomes for a renumbering, the new address
     */
    record Target(
            @Nullable DocumentMention document,
            @Nullable TargetAddress address,
            @Nullable TargetAddress becomes,
            double confidence) {}
}
