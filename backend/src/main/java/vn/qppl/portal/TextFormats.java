package vn.qppl.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.document.LegalDocument;
import vn.qppl.reading.Citation;
import vn.qppl.structure.AkomaNtoso;
import vn.qppl.structure.HtmlText;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.StructureReader;
import vn.qppl.structure.Unit;
import vn.qppl.structure.WordText;
import vn.qppl.text.VietnameseText;

/** The text of a published document, or of one of its provisions, in the formats that others can use. */
@Component
class TextFormats {
    private final PublicDocuments documents;

    TextFormats(PublicDocuments documents) {
        this.documents = documents;
    }

    enum Format {
        AKN("application/akn+xml", "xml"),
        HTML("text/html;charset=UTF-8", "html"),
        TXT("text/plain;charset=UTF-8", "txt"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

        private final String mediaType;
        private final String ending;

        Format(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        String mediaType() {
            return mediaType;
        }
    }

    record File(String name, String mediaType, byte[] bytes) {}

    /**
     * @param provision address within the text ({@code art_3__para_2}, {@code att_1__art_5}); null for the whole
     * @throws vn.qppl.web.ProblemException {@link PortalProblem#NO_TEXT}, {@link PortalProblem#NO_PROVISION}
     */
    File write(LegalDocument document, Format format, @Nullable String provision) {
        var whole = documents
                .structured(document)
                .orElseThrow(PortalProblem.NO_TEXT::asException)
                .structure();
        var text = provision == null ? whole : StructureReader.read(words(whole, provision));
        var name = slug(document.type().label() + " " + document.numberWritten())
                + (provision == null ? "" : "-" + slug(provision)) + "." + format.ending;
        var bytes = switch (format) {
            case AKN -> {
                var references = provision == null ? references(document) : List.<AkomaNtoso.Reference>of();
                yield AkomaNtoso.write(text, meta(document), references).getBytes(StandardCharsets.UTF_8);
            }
            case HTML -> HtmlText.write(text, document.citedAs()).getBytes(StandardCharsets.UTF_8);
            case TXT -> text.text().getBytes(StandardCharsets.UTF_8);
            case DOCX -> word(text, document);
        };
        return new File(name, format.mediaType(), bytes);
    }

    private static byte[] word(LegalText text, LegalDocument document) {
        var out = new ByteArrayOutputStream();
        try {
            WordText.write(
                    text, "Văn bản đọc từ tệp của " + document.citedAs() + "; bản gốc đã ký có giá trị pháp lý.", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String words(LegalText whole, String provision) {
        for (var component : whole.components()) {
            if (component.eId().equals(provision) && !provision.isEmpty())
                return component.span().in(whole.text());
            var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
            var unit = find(component.units(), prefix, provision);
            if (unit != null) return unit.span().in(whole.text());
        }
        throw PortalProblem.NO_PROVISION.asException();
    }

    private static @Nullable Unit find(List<Unit> units, String prefix, String provision) {
        for (var unit : units) {
            if ((prefix + unit.eId()).equals(provision)) return unit;
            var below = find(unit.children(), prefix, provision);
            if (below != null) return below;
        }
        return null;
    }

    /** Mentions of documents that anyone may open; a provision of this text itself is an address within it. */
    private List<AkomaNtoso.Reference> references(LegalDocument document) {
        var read = documents.text(document).orElseThrow(PortalProblem.NO_TEXT::asException);
        Map<String, String> pages = documents.pagesOfRelated(document);
        var references = new ArrayList<AkomaNtoso.Reference>();
        var mentions = new ArrayList<Citation>(read.reading().bases());
        mentions.addAll(read.reading().citations());
        for (var mention : mentions) {
            var page = mention.number() == null ? null : pages.get(mention.number());
            if (page != null) references.add(new AkomaNtoso.Reference(mention.span(), page));
        }
        return references;
    }

    private AkomaNtoso.Meta meta(LegalDocument document) {
        var number = document.numberWritten();
        var serial = number.isBlank() ? "khong-so" : slug(number.split("/", 2)[0]);
        var today = documents.today();
        var issued = document.issuedOn();
        return new AkomaNtoso.Meta(
                "vn",
                slug(document.type().label()),
                slug(document.issuerName()),
                document.issuerName(),
                number,
                serial,
                issued,
                issued == null ? today : issued,
                today);
    }

    /** ASCII, lower case, never empty. */
    private static String slug(String words) {
        var slug = VietnameseText.fold(words)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "khong-ro" : slug;
    }
}
