package vn.qppl.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Parts of office files that are XML in a zip, read as streams: no document types, no entities, bounded in size and depth. */
final class OfficeXml {
    static final long MOST_XML = 256L * 1024 * 1024;
    private static final int DEEPEST = 1_000;

    interface Handler {
        default void start(String name, XMLStreamReader xml) throws ExtractionException {}

        default void end(String name) throws ExtractionException {}

        default void text(String text) throws ExtractionException {}
    }

    private OfficeXml() {}

    /** A part that is not there is passed over. */
    static void read(ZipFile zip, String name, Handler handler) throws IOException, ExtractionException {
        var entry = zip.getEntry(name);
        if (entry == null) return;
        if (entry.getSize() > MOST_XML)
            throw new ExtractionException(ExtractionProblem.HOSTILE, name + " of " + entry.getSize() + " bytes");
        try (InputStream in = zip.getInputStream(entry)) {
            var xml = factory().createXMLStreamReader(in);
            read(xml, handler);
            xml.close();
        } catch (XMLStreamException e) {
            throw problem(e);
        }
    }

    private static void read(XMLStreamReader xml, Handler handler) throws XMLStreamException, ExtractionException {
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    // the formats forbid both: ECMA-376 part 2, OpenDocument part 3
                    throw new ExtractionException(ExtractionProblem.HOSTILE, "document type");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) throw new ExtractionException(ExtractionProblem.TOO_DEEPLY_NESTED, "xml");
                    handler.start(xml.getLocalName(), xml);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    handler.end(xml.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    handler.text(xml.getText());
                default -> {}
            }
        }
    }

    static ExtractionException problem(XMLStreamException e) {
        var message = String.valueOf(e.getMessage());
        // the JDK's own limit is met before ours on some depths
        if (message.contains("maxElementDepth") || message.contains("JAXP00010006"))
            return new ExtractionException(ExtractionProblem.TOO_DEEPLY_NESTED, "xml", e);
        var hostile = message.contains("DOCTYPE") || message.contains("entit") || message.contains("JAXP00010");
        return new ExtractionException(hostile ? ExtractionProblem.HOSTILE : ExtractionProblem.DAMAGED, "xml", e);
    }

    static XMLInputFactory factory() {
        // the JDK's own, whatever else is on the class path
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, true);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** An attribute by its name without prefix; null where there is none. */
    static @Nullable String value(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++)
            if (xml.getAttributeLocalName(i).equals(name)) return xml.getAttributeValue(i);
        return null;
    }

    static int number(@Nullable String value, int otherwise) {
        if (value == null) return otherwise;
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
