package vn.qppl.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The letters of one legacy encoding: one code, or (VNI) a letter and a mark. */
final class LegacyCharmap {
    static final LegacyCharmap TCVN3 = new LegacyCharmap(TextEncoding.TCVN3, "tcvn3.tsv");
    static final LegacyCharmap VNI = new LegacyCharmap(TextEncoding.VNI, "vni.tsv");
    static final LegacyCharmap VISCII = new LegacyCharmap(TextEncoding.VISCII, "viscii.tsv");
    static final LegacyCharmap VPS = new LegacyCharmap(TextEncoding.VPS, "vps.tsv");

    /** What programs made of codes when they took them for characters of Windows or of a symbol font. */
    private static final Map<Character, Integer> DISGUISES = disguises();

    private final TextEncoding encoding;
    private final char[] single = new char[256];
    private final Map<Integer, Character> pairs = new HashMap<>();

    private LegacyCharmap(TextEncoding encoding, String resource) {
        this.encoding = encoding;
        var stream = LegacyCharmap.class.getResourceAsStream(resource);
        if (stream == null) throw new IllegalStateException(resource + " is missing");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) continue;
                var columns = line.split("\t", -1);
                var codes = columns[1].split(" ", -1);
                char letter = (char) code(columns[3].split(" ", -1)[0]);
                if (codes.length == 1) single[code(codes[0])] = letter;
                else pairs.put(code(codes[0]) << 8 | code(codes[1]), letter);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int code(String written) {
        return Integer.parseInt(written.substring(2), 16);
    }

    private static Map<Character, Integer> disguises() {
        var map = new HashMap<Character, Integer>();
        var windows = Charset.forName("windows-1252");
        for (int b = 0x80; b < 0xA0; b++) {
            var decoded = new String(new byte[] {(byte) b}, windows);
            if (decoded.charAt(0) != '\uFFFD') map.put(decoded.charAt(0), b);
        }
        map.put('\u2212', 0xAD);
        map.put('\u2010', 0xAD);
        map.put('\u2011', 0xAD);
        map.put('\u03BC', 0xB5);
        map.put('\u2219', 0xB7);
        map.put('\u22C5', 0xB7);
        map.put('\u02C9', 0xAF);
        map.put('\u0110', 0xD0);
        map.put('\u2044', 0xA4);
        map.put('\u2215', 0xA4);
        return Map.copyOf(map);
    }

    static LegacyCharmap of(TextEncoding encoding) {
        return switch (encoding) {
            case TCVN3 -> TCVN3;
            case VNI -> VNI;
            case VISCII -> VISCII;
            case VPS -> VPS;
            case UNICODE, MIXED -> throw new IllegalArgumentException(encoding.toString());
        };
    }

    TextEncoding encoding() {
        return encoding;
    }

    /** The byte that this character stood for; -1 where it can be none. */
    static int code(char c) {
        if (c < 256) return c;
        // fonts marked as symbol fonts have their codes in the private area
        if (c >= 0xF020 && c <= 0xF0FF) return c & 0xFF;
        return DISGUISES.getOrDefault(c, -1);
    }

    /** Whether the character is a letter of its own or a mark in this encoding, beyond ASCII. */
    boolean marks(char c) {
        int code = code(c);
        if (code < 0 || code < 0x80 && (code >= 0x20 || encoding == TextEncoding.VNI)) return false;
        if (code == '\t' || code == '\n' || code == '\r') return false;
        if (encoding != TextEncoding.VNI) return single[code] != 0;
        return single[code] != 0 || code >= 0xC0;
    }

    String decode(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int code = code(c);
            if (code < 0) {
                out.append(c);
                continue;
            }
            if (encoding == TextEncoding.VNI && i + 1 < text.length()) {
                int next = code(text.charAt(i + 1));
                var letter = next < 0 ? null : pairs.get(code << 8 | next);
                if (letter != null) {
                    out.append(letter.charValue());
                    i++;
                    continue;
                }
            }
            boolean layout = code == '\t' || code == '\n' || code == '\r';
            if (single[code] != 0 && !layout) out.append(single[code]);
            else out.append(c >= 0xF020 && c <= 0xF0FF ? (char) code : c);
        }
        return VietnameseText.nfc(out.toString());
    }

    static String capitals(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
