package vn.qppl.structure;

/** Finds the structure of a legal text from its words and lines alone. Total: any text gives an answer, in linear time. */
public final class StructureReader {
    private StructureReader() {}

    public static LegalText read(String text) {
        var plain = Blanks.plain(text);
        var found = new UnitFinder(plain, false).find();
        // a text without articles may still count its clauses: old directives, circulars, letters
        if (!found.hasArticles()) found = new UnitFinder(plain, true).find();
        var built = TreeBuilder.build(plain, found);
        return new LegalText(text, built.components(), built.quotations());
    }
}
