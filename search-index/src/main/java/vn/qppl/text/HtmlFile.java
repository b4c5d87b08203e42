package vn.qppl.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * A page of the web or of Word: paragraphs and tables with their fonts. On a page with menus only its main part is read; a page that is
 * nothing but a document is read whole.
 */
final class HtmlFile {
    private static final String NEVER_TEXT =
            "script, style, noscript, template, iframe, object, svg, select, button, input, textarea, nav, head, "
                    + "[role=navigation], [role=banner], [role=contentinfo], [role=search], [role=menu], [role=dialog], [hidden]";
    private static final Pattern INVISIBLE = Pattern.compile("(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "center",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "form",
            "fieldset",
            "table",
            "tr",
            "td",
            "th",
            "hr",
            "caption",
            "figure",
            "address",
            "body");
    private static final Set<String> PARTS =
            Set.of("ul", "ol", "div", "td", "table", "section", "aside", "header", "footer", "dl");
    private static final Pattern FONT = Pattern.compile("(?i)font-family\\s*:\\s*['\"]?([^;'\",]{1,60})");
    /** Fewer linked words do not make a menu. */
    private static final int MENU = 200;

    /** Fewer letters of sentences are no document. */
    private static final int FEW = 800;

    private static final double MAIN = 0.9;

    private HtmlFile() {}

    static ExtractedText read(Path file) throws IOException {
        Document page;
        try (var in = Files.newInputStream(file)) {
            page = Jsoup.parse(in, null, "");
        }
        var body = page.body();
        body.select(NEVER_TEXT).remove();
        for (var styled : body.select("[style]"))
            if (INVISIBLE.matcher(styled.attr("style")).find()) styled.remove();
        var whole = body.clone();
        boolean menus = dropMenus(body);
        // a page of links and labels alone has no main part to find
        var main = !menus ? body : sentences(body) < FEW ? whole : mainPart(body);
        var assembly = new Assembly();
        new Writer(assembly).write(main);
        return assembly.finish(FileKind.HTML.mediaType());
    }

    /** Takes out lists and boxes that are mostly links and hold no sentence of their own. @return whether there were menus */
    private static boolean dropMenus(Element body) {
        int dropped = 0;
        for (var part : body.getAllElements().reversed()) {
            if (!PARTS.contains(part.normalName()) || part == body || part.parent() == null) continue;
            int all = letters(part);
            if (all == 0 || all > 20_000) continue;
            int linked = 0;
            for (var link : part.select("a[href]")) linked += letters(link);
            if (linked * 2 < all || all - linked > 200) continue;
            // a table of contents links within its own page
            if (part.select("a[href^=#]").size() * 2 > part.select("a[href]").size()) continue;
            dropped += linked;
            part.remove();
        }
        return dropped > MENU;
    }

    private static int letters(Element element) {
        int count = 0;
        for (var node : element.textNodes()) count += node.text().strip().length();
        for (var child : element.children()) count += letters(child);
        return count;
    }

    /** The smallest part that holds nearly all sentences. */
    private static Element mainPart(Element body) {
        var part = body;
        int all = sentences(body);
        if (all == 0) return body;
        while (true) {
            Element next = null;
            for (var child : part.children()) {
                if (sentences(child) >= MAIN * all) next = child;
            }
            if (next == null || next.is("p, table, tbody, tr, ul, ol, li, span, b, strong, font")) return part;
            part = next;
        }
    }

    /** Letters of text that is long enough to be more than a label, or stands in a paragraph. */
    private static int sentences(Element element) {
        int count = 0;
        var open = new ArrayDeque<Element>();
        open.push(element);
        while (!open.isEmpty()) {
            var one = open.pop();
            for (var node : one.textNodes()) {
                int length = node.text().strip().length();
                if (length >= 30) count += length;
            }
            for (var child : one.children()) if (!child.normalName().equals("a")) open.push(child);
        }
        return count;
    }

    private static final class Writer implements NodeVisitor {
        private final Assembly assembly;
        private final ArrayDeque<String> fonts = new ArrayDeque<>();
        private boolean anything;
        private boolean blank = true;

        Writer(Assembly assembly) {
            this.assembly = assembly;
        }

        void write(Element root) {
            NodeTraversor.traverse(this, root);
            endParagraph();
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                words(text.getWholeText(), text.parent() instanceof Element parent && inPre(parent));
            } else if (node instanceof Element element) {
                var name = element.normalName();
                if (BLOCKS.contains(name)) endParagraph();
                if (name.equals("br")) assembly.run("\n", null);
                if (name.equals("br")) blank = true;
                if (name.equals("table") && !lays(element)) assembly.beginTable();
                fonts.push(fontOf(element));
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) return;
            var name = element.normalName();
            if (BLOCKS.contains(name)) endParagraph();
            var table = element.closest("table");
            boolean data = table != null && !lays(table);
            switch (name) {
                case "td", "th" -> {
                    if (data) {
                        int columns = Math.clamp(OfficeXml.number(element.attr("colspan"), 1), 1, 64);
                        // a merged cell keeps its columns
                        for (int i = 0; i < columns; i++) assembly.endCell();
                    }
                }
                case "tr" -> {
                    if (data) assembly.endRow();
                }
                case "table" -> {
                    if (data) assembly.endTable();
                }
                default -> {}
            }
            fonts.pop();
        }

        /** A table that holds tables, headings of articles or whole pages lays out; it is read as paragraphs. */
        private boolean lays(Element table) {
            var known = table.attributes().getIgnoreCase("data-qppl-lays");
            if (!known.isEmpty()) return known.equals("1");
            boolean lays = table.select("table").size() > 1;
            for (var cell : table.select("td, th")) {
                if (lays) break;
                lays = cell.select("p, div, li, br").size() > 40 || letters(cell) > 6_000;
            }
            table.attr("data-qppl-lays", lays ? "1" : "0");
            return lays;
        }

        private static boolean inPre(Element element) {
            return element.closest("pre") != null;
        }

        private void words(String raw, boolean kept) {
            if (kept) {
                assembly.run(raw, fonts.peek());
                anything |= !raw.isBlank();
                return;
            }
            var shown = new StringBuilder(raw.length());
            for (int i = 0; i < raw.length(); i++) {
                char c = raw.charAt(i);
                if (c == ' ' || c == '\u00A0' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                    if (!blank) shown.append(' ');
                    blank = true;
                } else {
                    shown.append(c);
                    blank = false;
                }
            }
            if (shown.isEmpty()) return;
            anything |= !shown.toString().isBlank();
            assembly.run(shown.toString(), fonts.peek());
        }

        private void endParagraph() {
            if (anything) assembly.endParagraph();
            anything = false;
            blank = true;
        }

        private String fontOf(Element element) {
            var named = element.normalName().equals("font") ? element.attr("face") : "";
            if (named.isEmpty() && element.hasAttr("style")) {
                var style = FONT.matcher(element.attr("style"));
                if (style.find()) named = style.group(1);
            }
            if (!named.isEmpty()) return named.split(",", 2)[0].strip();
            var outer = fonts.peek();
            return outer == null ? "" : outer;
        }
    }
}
