package vn.qppl.structure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/** Writes one document; see {@link AkomaNtoso}. */
final class AkomaNtosoWriter {
    private final String text;
    private final AkomaNtoso.Meta meta;
    private final StringBuilder xml;
    private int modifications;
    private final Map<String, Integer> taken = new HashMap<>();
    /** Mentions with an address, by where they begin; none within another. */
    private final TreeMap<Integer, AkomaNtoso.Reference> references = new TreeMap<>();
    /** Quoted new text that has units of its own, by where it begins; none within another. */
    private final TreeMap<Integer, LegalText.Quotation> quotations = new TreeMap<>();

    /** Addresses of tables, by where their rows begin. */
    private final Map<Integer, String> tables = new HashMap<>();

    AkomaNtosoWriter(LegalText legal, AkomaNtoso.Meta meta, List<AkomaNtoso.Reference> references) {
        this.text = legal.text();
        this.meta = meta;
        for (var table : TextTable.of(legal)) tables.put(table.span().start(), table.eId());
        int end = 0;
        for (var quotation : legal.quotations().stream()
                .sorted(Comparator.comparingInt(q -> q.span().start()))
                .toList()) {
            if (quotation.units().isEmpty() || quotation.span().start() < end) continue;
            quotations.put(quotation.span().start(), quotation);
            end = quotation.span().end();
        }
        end = 0;
        for (var reference : references.stream()
                .sorted(Comparator.comparingInt(r -> r.span().start()))
                .toList()) {
            if (reference.span().start() < end) continue;
            this.references.put(reference.span().start(), reference);
            end = reference.span().end();
        }
        this.xml = new StringBuilder(text.length() * 2 + 4096);
    }

    String document(LegalText legal) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso xmlns=\"")
                .append(AkomaNtoso.NAMESPACE)
                .append("\"><act name=\"")
                .append(attribute(meta.type()))
                .append("\" contains=\"singleVersion\">");
        meta("main", true);
        var components = legal.components();
        var main = components.getFirst();
        component(main, "body", "");
        if (components.size() > 1) {
            xml.append("<attachments>");
            for (var attached : components.subList(1, components.size())) attachment(attached);
            xml.append("</attachments>");
        }
        return xml.append("</act></akomaNtoso>\n").toString();
    }

    private void attachment(LegalText.Component attached) {
        var name = switch (attached.kind()) {
            case MAIN, REGULATION -> "quyDinh";
            case ANNEX -> "phuLuc";
            case FORM -> "mau";
        };
        xml.append("<attachment eId=\"")
                .append(unique(attached.eId()))
                .append("\"><doc name=\"")
                .append(name)
                .append("\">");
        meta(attached.eId().replace('_', '-'), false);
        component(attached, "mainBody", attached.eId() + "__");
        xml.append("</doc></attachment>");
    }

    private void component(LegalText.Component part, String body, String within) {
        var units = part.units();
        int end = part.conclusions() == null
                ? part.span().end()
                : part.conclusions().start();
        if (!units.isEmpty() && part.preamble().start() < part.preamble().end()) {
            xml.append("<preface eId=\"").append(unique(within + "preface")).append("\">");
            lines(part.preamble());
            xml.append("</preface>");
        }
        xml.append('<')
                .append(body)
                .append(" eId=\"")
                .append(unique(within + "body"))
                .append("\">");
        if (units.isEmpty()) {
            var id = unique(within + "hcontainer_1");
            xml.append("<hcontainer name=\"vanBan\" eId=\"").append(id).append("\">");
            content(new Span(part.span().start(), end), id);
            xml.append("</hcontainer>");
        } else {
            units(units, within, within + "body");
        }
        xml.append("</").append(body).append('>');
        if (part.conclusions() != null) {
            xml.append("<conclusions eId=\"")
                    .append(unique(within + "conclusions"))
                    .append("\">");
            lines(part.conclusions());
            xml.append("</conclusions>");
        }
    }

    /** Points stand in a list; everything else as it is. */
    private void units(List<Unit> units, String within, String parent) {
        boolean listed = false;
        for (var unit : units) {
            boolean point = unit.level() == UnitLevel.POINT;
            if (point && !listed)
                xml.append("<list eId=\"").append(unique(parent + "__list_1")).append("\">");
            if (!point && listed) xml.append("</list>");
            listed = point;
            unit(unit, within);
        }
        if (listed) xml.append("</list>");
    }

    private void unit(Unit unit, String within) {
        var element = element(unit.level());
        var id = unique(within + unit.eId());
        int end = Math.min(unit.ownTextEnd(), unit.span().end());
        int number = numberEnd(unit, end);
        int heading = headingEnd(unit, number, end);
        xml.append('<').append(element).append(" eId=\"").append(id).append("\"><num>");
        words(unit.span().start(), number);
        xml.append("</num>");
        if (heading > number) {
            xml.append("<heading>");
            words(number, heading);
            xml.append("</heading>");
        }
        var rest = new Span(heading, end);
        if (unit.children().isEmpty()) {
            content(rest, id);
        } else {
            if (rest.start() < rest.end()) {
                xml.append("<intro eId=\"").append(unique(id + "__intro_1")).append("\">");
                lines(rest);
                xml.append("</intro>");
            }
            units(unit.children(), within, id);
        }
        xml.append("</").append(element).append('>');
    }

    private static String element(UnitLevel level) {
        return switch (level) {
            case PART -> "part";
            case CHAPTER -> "chapter";
            case SECTION -> "section";
            case SUBSECTION -> "subsection";
            case ARTICLE -> "article";
            case CLAUSE -> "paragraph";
            case POINT -> "point";
        };
    }

    private int numberEnd(Unit unit, int end) {
        int words = unit.span().start();
        while (words < end && Lines.skipped(text.charAt(words))) words++;
        var marker = Marker.at(text, words, lineEnd(words, end));
        return marker == null ? words : Math.min(marker.rest(), end);
    }

    /** The end of the lines that hold the heading, their last line feed included. */
    private int headingEnd(Unit unit, int from, int end) {
        var heading = unit.heading();
        if (heading == null) return from;
        int seen = 0;
        int at = from;
        while (at < end && seen < letters(heading)) {
            int line = lineEnd(at, end);
            seen += letters(text.substring(at, line));
            at = Math.min(end, line + 1);
        }
        return seen == letters(heading) ? at : from;
    }

    private static int letters(String words) {
        int letters = 0;
        for (int i = 0; i < words.length(); i++) if (!Lines.skipped(words.charAt(i))) letters++;
        return letters;
    }

    private int lineEnd(int from, int end) {
        int feed = text.indexOf('\n', from);
        return feed < 0 || feed > end ? end : feed;
    }

    private void content(Span span, String id) {
        xml.append("<content eId=\"").append(unique(id + "__content")).append("\">");
        if (span.start() >= span.end()) xml.append("<p/>");
        else lines(span);
        xml.append("</content>");
    }

    /** One paragraph a line, its line feed at its end; lines with tabs are rows of a table; quoted units are a structure of their own. */
    private void lines(Span span) {
        int at = span.start();
        if (at >= span.end()) xml.append("<p/>");
        while (at < span.end()) {
            int next = Math.min(span.end(), lineEnd(at, span.end()) + 1);
            var quotation = quotationIn(at, next, span.end());
            if (quotation != null) {
                next = amendment(at, quotation, span.end());
            } else if (row(at, next)) {
                xml.append("<table");
                var id = tables.get(at);
                if (id != null) xml.append(" eId=\"").append(unique(id)).append('"');
                xml.append('>');
                while (at < span.end() && row(at, next) && quotationIn(at, next, span.end()) == null) {
                    cells(at, next);
                    at = next;
                    next = Math.min(span.end(), lineEnd(at, span.end()) + 1);
                }
                xml.append("</table>");
                continue;
            } else {
                xml.append("<p>");
                words(at, next);
                xml.append("</p>");
            }
            at = next;
        }
    }

    private boolean row(int from, int to) {
        int tab = text.indexOf('\t', from);
        return tab >= 0 && tab < to;
    }

    /** A cell keeps the tab behind it, the last one the line feed. */
    private void cells(int from, int to) {
        xml.append("<tr>");
        for (int at = from; at < to; ) {
            int tab = text.indexOf('\t', at);
            int end = tab < 0 || tab >= to ? to : tab + 1;
            xml.append("<td><p>");
            words(at, end);
            xml.append("</p></td>");
            at = end;
        }
        xml.append("</tr>");
    }

    private LegalText.@Nullable Quotation quotationIn(int from, int to, int end) {
        var found = quotations.ceilingEntry(from);
        if (found == null || found.getKey() >= to || found.getValue().span().end() > end) return null;
        return found.getValue();
    }

    /** The order to amend, with the new text as a structure. @return where the next line begins */
    private int amendment(int from, LegalText.Quotation quotation, int end) {
        var id = unique("mod_" + ++modifications);
        xml.append("<p><mod eId=\"").append(id).append("\">");
        words(from, quotation.span().start());
        var within = id + "__qstr_1";
        xml.append("<quotedStructure eId=\"").append(unique(within)).append("\">");
        int at = quotation.span().start();
        var units = quotation.units();
        int first = units.getFirst().span().start();
        if (at < first) lines(new Span(at, first));
        units(units, within + "__", within);
        at = units.getLast().span().end();
        if (at < quotation.span().end()) lines(new Span(at, quotation.span().end()));
        xml.append("</quotedStructure>");
        int next = Math.min(end, lineEnd(quotation.span().end(), end) + 1);
        words(quotation.span().end(), next);
        xml.append("</mod></p>");
        return next;
    }

    private void words(int from, int to) {
        int at = from;
        for (var reference : references.subMap(from, to).values()) {
            if (reference.span().end() > to || reference.span().start() < at) continue;
            characters(at, reference.span().start());
            xml.append("<ref href=\"").append(attribute(reference.href())).append("\">");
            characters(reference.span().start(), reference.span().end());
            xml.append("</ref>");
            at = reference.span().end();
        }
        characters(at, to);
    }

    private void characters(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> xml.append("<eol/>");
                case '\r' -> xml.append("&#13;");
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> {
                    if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                        xml.append(c).append(text.charAt(++i));
                    } else if (c == '\t' || c >= 0x20 && !Character.isSurrogate(c) && c < 0xFFFE) {
                        xml.append(c);
                    } else {
                        xml.append("<inline name=\"")
                                .append(AkomaNtoso.LOST_CHARACTER)
                                .append(String.format("%04x", (int) c))
                                .append("\"/>");
                    }
                }
            }
        }
    }

    private String unique(String id) {
        int count = taken.merge(id, 1, Integer::sum);
        if (count == 1) return id;
        // "para_1_2" may itself be somebody's: count on until it is free
        var next = id + "_" + count;
        while (taken.containsKey(next)) next = id + "_" + ++count;
        taken.put(id, count);
        taken.put(next, 1);
        return next;
    }

    private static String attribute(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x1F\\uFFFE\\uFFFF]", " ");
    }

    private void meta(String component, boolean references) {
        xml.append("<meta><identification source=\"#bienTap\"><FRBRWork>");
        name(meta.work(), component, "");
        if (references) value("FRBRalias", "name=\"soKyHieu\" value", meta.number());
        var issued = meta.issued();
        // the schema wants a day; its name says which
        if (issued == null) date(meta.written(), "ngayMaHoa");
        else date(issued, "ngayBanHanh");
        xml.append("<FRBRauthor href=\"#coQuanBanHanh\"/><FRBRcountry value=\"")
                .append(meta.jurisdiction(), 0, Math.min(2, meta.jurisdiction().length()))
                .append("\"/>");
        value("FRBRsubtype", "value", meta.type());
        value("FRBRnumber", "value", meta.number());
        xml.append("</FRBRWork><FRBRExpression>");
        name(meta.expression(), component, "");
        date(meta.version(), "ngayApDungPhienBan");
        xml.append("<FRBRauthor href=\"#bienTap\"/><FRBRlanguage language=\"vie\"/></FRBRExpression>");
        xml.append("<FRBRManifestation>");
        name(meta.expression(), component, ".xml");
        date(meta.written(), "ngayMaHoa");
        xml.append("<FRBRauthor href=\"#bienTap\"/>");
        value("FRBRformat", "value", "application/akn+xml");
        xml.append("</FRBRManifestation></identification>");
        if (references) {
            xml.append("<references source=\"#bienTap\">");
            organization("coQuanBanHanh", meta.jurisdiction() + "/" + meta.actor(), meta.actorName());
            organization("bienTap", meta.jurisdiction() + "/bien-tap", "Biên tập");
            xml.append("</references>");
        }
        xml.append("</meta>");
    }

    private void organization(String id, String path, String name) {
        xml.append("<TLCOrganization eId=\"").append(unique(id)).append("\" href=\"/akn/ontology/organization/");
        xml.append(path).append("\" showAs=\"").append(attribute(name)).append("\"/>");
    }

    private void name(String uri, String component, String suffix) {
        value("FRBRthis", "value", uri + "/!" + component + suffix);
        value("FRBRuri", "value", uri + suffix);
    }

    private void value(String element, String attribute, String value) {
        xml.append('<').append(element).append(' ').append(attribute).append("=\"");
        xml.append(attribute(value)).append("\"/>");
    }

    private void date(java.time.LocalDate date, String name) {
        xml.append("<FRBRdate date=\"")
                .append(date)
                .append("\" name=\"")
                .append(name)
                .append("\"/>");
    }
}
