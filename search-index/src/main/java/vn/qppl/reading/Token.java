package vn.qppl.reading;

import java.util.List;

/** A piece of an amending sentence that means something to the reader of instructions. Offsets are of the {@link FlatText}. */
sealed interface Token {
    int start();

    int end();

    /** What is done. A passive verb stands after what it is done to: "Điều 7 được sửa đổi như sau". */
    record Verb(EffectKind kind, boolean passive, boolean title, int start, int end) implements Token {}

    /** One level with its numbers: "các điểm a, b và c". */
    record Provisions(TargetAddress.Level level, List<String> numbers, boolean title, int start, int end)
            implements Token {}

    record Mention(DocumentMention document, int start, int end) implements Token {}

    /** @param index into {@link FlatText#quotes()} */
    record Quote(int index, int start, int end) implements Token {}

    record Mark(MarkKind kind, int start, int end) implements Token {}

    enum MarkKind {
        AFTER,
        BEFORE,
        AT,
        BY,
        AS_FOLLOWS,
        PHRASE,
        SENTENCE_END,
        SEMICOLON,
        /** "theo quy định tại …", "trừ …": what follows is no target. */
        ASIDE,
        /** "Trường hợp … thì …": a rule about a case, no instruction. */
        CASE,
        WHOLE,
        /** "một số điều của …": the document, but not all of it. */
        PARTLY,
        /** "ban hành kèm theo": joins an annex to its document. */
        WITH
    }
}
