package vn.qppl.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.structure.Blanks;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.StructureReader;
import vn.qppl.text.ExtractedText;

/** Reads a document's text into a {@link Reading}. Pure, total, linear in the size of the text. */
public final class DocumentReader {
    /** Raised with every change of what is read, so that older readings are known to be older. */
    public static final int VERSION = 9;

    private DocumentReader() {}

    public static Reading read(ExtractedText extracted) {
        return read(extracted, TitleCatalogue.national());
    }

    /** @param titles documents that the text may name by title alone: the national laws, the register, the rest of a batch */
    public static Reading read(ExtractedText extracted, TitleCatalogue titles) {
        var structure = StructureReader.read(extracted.text());
        var text = Blanks.plain(extracted.text());
        var metadata = MetadataReader.read(text);
        var signature = metadata.capacity() == null ? null : metadata.capacity().span();
        int bodyEnd = signature == null ? mainEnd(structure) : signature.start();
        // a consolidated text repeats clauses that count from the day its base was signed
        var counted = metadata.form() == DocumentForm.CONSOLIDATED ? null : metadata.issuedOn();
        var term = TermReader.read(text, metadata.bodyStart(), Math.max(metadata.bodyStart(), bodyEnd), counted);
        var own = new EffectReader.Own(
                value(metadata.number()),
                value(metadata.type()),
                value(metadata.title()),
                value(metadata.issuedOn()),
                value(term.from()),
                metadata.issuedOn() != null && metadata.issuedOn().certain());
        var cited = CitationReader.read(new LegalText(text, structure.components(), structure.quotations()), metadata);
        var effects = EffectReader.read(structure, own, titles);
        return new Reading(
                structure,
                metadata.number(),
                metadata.type(),
                metadata.issuer(),
                metadata.signer(),
                metadata.capacity(),
                metadata.place(),
                metadata.issuedOn(),
                metadata.title(),
                term.from(),
                term.until(),
                GazetteReader.read(text),
                NormativeRule.of(metadata),
                metadata.issuer() == null ? List.of() : RecipientReader.read(text, metadata.bodyStart(), signature),
                cited.bases(),
                RelationsOfEffects.applied(cited.citations(), effects, metadata),
                effects,
                TransitionReader.read(structure, titles, value(term.from())));
    }

    /**
     * What one file of a batch tells of itself for the reading of the others.
     *
     * @param title the document under its title, where number, day and title are certain
     * @param article for a clause taken out of a document, the document that its article amends
     */
    public record Known(TitleCatalogue.@Nullable Entry title, TitleCatalogue.@Nullable ArticleTarget article) {}

    /** Reads only what the other files of a batch may need of this one; some times faster than {@link #read}. */
    public static Known known(ExtractedText extracted) {
        var text = Blanks.plain(extracted.text());
        var extract = ClauseExtract.of(text);
        if (extract != null) return new Known(null, extract.articleTarget(TitleCatalogue.national()));
        var metadata = MetadataReader.read(text);
        var number = metadata.number();
        var title = metadata.title();
        var type = metadata.type();
        var day = metadata.issuedOn();
        if (number == null || title == null || type == null || day == null) return new Known(null, null);
        if (!number.certain() || !title.certain() || !day.certain()) return new Known(null, null);
        return new Known(
                new TitleCatalogue.Entry(number.value(), day.value(), type.value() + " " + title.value()), null);
    }

    private static <T> @Nullable T value(@Nullable Finding<T> finding) {
        return finding == null ? null : finding.value();
    }

    private static int mainEnd(LegalText structure) {
        return structure.components().isEmpty()
                ? structure.text().length()
                : structure.components().getFirst().span().end();
    }
}
