package vn.qppl.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rich Text Format, read for its text, fonts and tables. Fonts matter: the legacy encodings are known by them. */
final class RtfFile {
    private static final Set<String> NOT_TEXT = Set.of(
            "stylesheet",
            "colortbl",
            "info",
            "pict",
            "object",
            "fldinst",
            "header",
            "footer",
            "headerl",
            "headerr",
            "headerf",
            "footerl",
            "footerr",
            "footerf",
            "listtable",
            "listoverridetable",
            "revtbl",
            "rsidtbl",
            "generator",
            "xmlnstbl",
            "themedata",
            "colorschememapping",
            "datastore",
            "latentstyles",
            "pntext",
            "pntxta",
            "pntxtb",
            "bkmkstart",
            "bkmkend",
            "filetbl",
            "ftnsep",
            "ftnsepc",
            "aftnsep",
            "mmathPr",
            "listtext",
            "shppict",
            "nonshppict",
            "shpinst",
            "template",
            "operator",
            "author",
            "title",
            "docvar");
    private static final int DEEPEST = 2_000;

    private static final class State {
        boolean skip;
        boolean fontTable;
        int font;
        int unicodeSkip = 1;
        boolean hidden;
        boolean inTable;

        State copy() {
            var copy = new State();
            copy.skip = skip;
            copy.fontTable = fontTable;
            copy.font = font;
            copy.unicodeSkip = unicodeSkip;
            copy.hidden = hidden;
            copy.inTable = inTable;
            return copy;
        }
    }

    private record Font(String name, int charset) {}

    private final byte[] bytes;
    private int at;
    private final Assembly assembly = new Assembly();
    private final Map<Integer, Font> fonts = new HashMap<>();
    private final ArrayDeque<State> outer = new ArrayDeque<>();
    private State state = new State();
    private final StringBuilder run = new StringBuilder();
    private final StringBuilder fontName = new StringBuilder();
    private int fontNumber;
    private int fontCharset;
    private int defaultFont;
    private Charset codePage = Charset.forName("windows-1252");
    private int toSkip;
    private boolean ignorable;

    private RtfFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static ExtractedText read(byte[] bytes) throws ExtractionException {
        var reader = new RtfFile(bytes);
        reader.parse();
        return reader.assembly.finish(FileKind.RTF.mediaType());
    }

    private void parse() throws ExtractionException {
        while (at < bytes.length) {
            int c = bytes[at++] & 0xFF;
            switch (c) {
                case '{' -> {
                    if (outer.size() > DEEPEST)
                        throw new ExtractionException(ExtractionProblem.TOO_DEEPLY_NESTED, "rtf groups");
                    outer.push(state);
                    state = state.copy();
                    toSkip = 0;
                    ignorable = false;
                }
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n', 0 -> {}
                default -> code(c);
            }
        }
        flush();
        assembly.endParagraph();
    }

    private void close() {
        if (state.fontTable) defineFont();
        flush();
        toSkip = 0;
        if (!outer.isEmpty()) state = outer.pop();
    }

    private void defineFont() {
        var name = fontName.toString().strip();
        if (!name.isEmpty()) fonts.put(fontNumber, new Font(name.replace(";", ""), fontCharset));
        fontName.setLength(0);
    }

    private void control() {
        if (at >= bytes.length) return;
        int c = bytes[at] & 0xFF;
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
            int start = at;
            while (at < bytes.length && at - start < 32 && Character.isLetter(bytes[at] & 0x7F) && bytes[at] > 0) at++;
            var word = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
            int numberStart = at;
            if (at < bytes.length && bytes[at] == '-') at++;
            while (at < bytes.length && at - numberStart < 11 && bytes[at] >= '0' && bytes[at] <= '9') at++;
            Integer number = null;
            if (at > numberStart) {
                var digits = new String(bytes, numberStart, at - numberStart, StandardCharsets.US_ASCII);
                try {
                    number = Integer.valueOf(digits);
                } catch (NumberFormatException tooLong) {
                    number = null;
                }
            }
            if (at < bytes.length && bytes[at] == ' ') at++;
            word(word, number);
            return;
        }
        at++;
        switch (c) {
            case '\'' -> {
                if (at + 1 >= bytes.length) return;
                int high = Character.digit(bytes[at], 16);
                int low = Character.digit(bytes[at + 1], 16);
                at += 2;
                if (high >= 0 && low >= 0) code(high << 4 | low);
            }
            case '*' -> ignorable = true;
            case '~' -> text(' ');
            case '_' -> text('-');
            case '-' -> {}
            case '\r', '\n' -> paragraph();
            case '{', '}', '\\' -> code(c);
            default -> {}
        }
    }

    private void word(String word, @Nullable Integer number) {
        int n = number == null ? 0 : number;
        if (word.equals("fonttbl")) {
            state.fontTable = true;
            ignorable = false;
            return;
        }
        if (NOT_TEXT.contains(word) || ignorable && !word.equals("fldrslt")) state.skip = true;
        ignorable = false;
        if (word.equals("bin")) {
            at = (int) Math.min(bytes.length, at + (long) Math.max(0, n));
            return;
        }
        switch (word) {
            case "f" -> {
                if (state.fontTable) {
                    defineFont();
                    fontNumber = n;
                    fontCharset = 0;
                } else {
                    flush();
                    state.font = n;
                }
            }
            case "fcharset" -> fontCharset = n;
            case "deff" -> {
                defaultFont = n;
                state.font = n;
            }
            case "plain" -> {
                flush();
                state.font = defaultFont;
                state.hidden = false;
            }
            case "v" -> state.hidden = number == null || n != 0;
            case "ansicpg" -> {
                var name = "windows-" + n;
                if (Charset.isSupported(name)) codePage = Charset.forName(name);
            }
            case "uc" -> state.unicodeSkip = Math.max(0, n);
            case "u" -> {
                text((char) n);
                toSkip = state.unicodeSkip;
            }
            case "par", "sect", "page" -> paragraph();
            case "line" -> text('\n');
            case "tab" -> text('\t');
            case "emdash" -> text('—');
            case "endash" -> text('–');
            case "lquote" -> text('‘');
            case "rquote" -> text('’');
            case "ldblquote" -> text('“');
            case "rdblquote" -> text('”');
            case "bullet" -> text('•');
            case "pard" -> state.inTable = false;
            case "intbl" -> state.inTable = true;
            case "cell" -> {
                if (state.skip) return;
                flush();
                if (!assembly.inTable()) assembly.beginTable();
                assembly.endParagraph();
                assembly.endCell();
            }
            case "row" -> {
                if (state.skip) return;
                flush();
                assembly.endRow();
                state.inTable = false;
            }
            default -> {}
        }
    }

    private void paragraph() {
        if (state.skip) return;
        flush();
        assembly.endParagraph();
    }

    private void code(int c) {
        if (toSkip > 0) {
            toSkip--;
            return;
        }
        if (state.fontTable) {
            if (!state.skip) fontName.append((char) c);
            return;
        }
        text(c < 0x80 ? (char) c : decode(c));
    }

    private char decode(int c) {
        var font = fonts.get(state.font);
        if (font != null && LegacyFont.named(font.name()) != null) return (char) c;
        var charset = font != null && font.charset() == 163 ? Charset.forName("windows-1258") : codePage;
        var decoded = new String(new byte[] {(byte) c}, charset);
        return decoded.isEmpty() || decoded.charAt(0) == '\uFFFD' ? (char) c : decoded.charAt(0);
    }

    private void text(char c) {
        if (state.skip || state.fontTable || state.hidden) return;
        // what follows the last row outside of cells ends the table
        if (run.isEmpty() && assembly.inTable() && !state.inTable) assembly.endTable();
        if (run.isEmpty() && !assembly.inTable() && state.inTable) assembly.beginTable();
        run.append(c);
    }

    private void flush() {
        if (run.isEmpty()) return;
        var font = fonts.get(state.font);
        assembly.run(run.toString(), font == null ? null : font.name());
        run.setLength(0);
    }
}
