package vn.qppl.reading;

import java.util.List;
import vn.qppl.structure.StructureReader;
import vn.qppl.text.ExtractedText;

/** Reads a document's text into a {@link Reading}. Pure, total, linear in the size of the text. */
public final class DocumentReader {
    /** Raised with every change of what is read, so that older readings are known to be older. */
    public static final int VERSION = 2;

    private DocumentReader() {}

    public static Reading read(ExtractedText extracted) {
        var structure = StructureReader.read(extracted.text());
        var metadata = MetadataReader.read(extracted.text());
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
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
