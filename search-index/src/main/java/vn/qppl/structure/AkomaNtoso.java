package vn.qppl.structure;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * Legal texts as Akoma Ntoso 3.0 (OASIS LegalDocML) and back. Every character of the text stands in {@code num}, {@code heading} or
 * {@code p}, in its order; a line's end is {@code eol}, and a character that XML cannot hold is an empty {@code inline} that names it.
 * So text written and read again is the same text.
 */
public final class AkomaNtoso {
    static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
    static final String LOST_CHARACTER = "kyTu-";

    private AkomaNtoso() {}

    /**
     * What identifies the document; words of addresses are ASCII, lower case.
     *
     * @param jurisdiction {@code vn}, or {@code vn-62} for a province
     * @param type {@code quyet-dinh}
     * @param actor the issuing body: {@code ubnd}
     * @param actorName as people read it: {@code Ủy ban nhân dân tỉnh Kon Tum}
     * @param number the whole number as printed: {@code 12/2023/QĐ-UBND}
     * @param serial its place in addresses: {@code 12}
     * @param issued null where nobody knows it
     * @param version first day of the version of the text; the day of issue for the text as signed
     * @param written the day the file is made
     */
    public record Meta(
            String jurisdiction,
            String type,
            String actor,
            String actorName,
            String number,
            String serial,
            @Nullable LocalDate issued,
            LocalDate version,
            LocalDate written) {
        public Meta {
            for (var word : List.of(jurisdiction, type, actor, serial)) {
                if (!word.matches("[a-z0-9]+(?:-[a-z0-9]+)*"))
                    throw new IllegalArgumentException("not a word of an address: " + word);
            }
        }

        String work() {
            return "/akn/" + jurisdiction + "/act/" + type + "/" + actor + "/"
                    + (issued == null ? "khong-ro-ngay" : issued) + "/" + serial;
        }

        String expression() {
            return work() + "/vie@" + version;
        }
    }

    /**
     * A mention that has an address: of a document, or of a provision of this or another one.
     *
     * @param href an address of Akoma Ntoso ({@code /akn/vn/act/…}), of a page, or {@code #art_3} within this text
     */
    public record Reference(Span span, String href) {}

    /** A document that is valid against the OASIS schema, whatever the text. */
    public static String write(LegalText text, Meta meta) {
        return write(text, meta, List.of());
    }

    /** As {@link #write(LegalText, Meta)}, with the mentions that are resolved as references; one that crosses a line is left out. */
    public static String write(LegalText text, Meta meta, List<Reference> references) {
        return new AkomaNtosoWriter(text, meta, references).document(text);
    }

    /**
     * Reads what {@link #write} wrote: its text, with the structure found in it again.
     *
     * @throws IllegalArgumentException where the words are no well-formed Akoma Ntoso; document types and entities are refused
     */
    public static LegalText read(String xml) {
        return StructureReader.read(text(xml));
    }

    private static String text(String xml) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var text = new StringBuilder(xml.length() / 2);
        try {
            var reader = factory.createXMLStreamReader(new StringReader(xml));
            boolean root = true;
            int words = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (root && !NAMESPACE.equals(reader.getNamespaceURI()))
                            throw new IllegalArgumentException("not Akoma Ntoso: " + reader.getName());
                        root = false;
                        var name = reader.getLocalName();
                        if (holdsWords(name)) words++;
                        else if (name.equals("eol")) text.append('\n');
                        else if (name.equals("inline")) appendNamed(text, reader.getAttributeValue(null, "name"));
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (holdsWords(reader.getLocalName())) words--;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (words > 0) text.append(reader.getText());
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not well-formed: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static boolean holdsWords(String element) {
        return element.equals("p") || element.equals("num") || element.equals("heading");
    }

    private static void appendNamed(StringBuilder text, @Nullable String name) {
        if (name != null && name.matches(LOST_CHARACTER + "[0-9a-f]{4}"))
            text.append((char) Integer.parseInt(name.substring(LOST_CHARACTER.length()), 16));
    }
}
