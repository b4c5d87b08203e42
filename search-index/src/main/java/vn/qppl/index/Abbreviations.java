package vn.qppl.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Writes abbreviations out in full, alike in documents and questions: UBND is read as "ủy ban nhân dân". */
final class Abbreviations {
    private static final String RESOURCE = "abbreviations.txt";
    private static final byte[] FILE = load();
    private static final Map<String, List<Syllable>> FULL = read(FILE);

    private Abbreviations() {}

    /** Known by the letters with marks, and without ("qd", "hdnd"): the listed forms are no syllables. */
    static @Nullable List<Syllable> full(Syllable written) {
        var full = FULL.get(written.exact());
        return full != null || written.marked() ? full : FULL.get(written.folded());
    }

    /** The syllables of a text with every abbreviation written out; the syllables of one abbreviation share its place. */
    static List<Syllable> written(CharSequence text) {
        var found = Syllables.of(text);
        List<Syllable> out = null;
        for (int i = 0; i < found.size(); i++) {
            var syllable = found.get(i);
            var full = full(syllable);
            if (full != null && out == null) {
                out = new ArrayList<>(found.size() + 8);
                out.addAll(found.subList(0, i));
            }
            if (full == null) {
                if (out != null) out.add(syllable);
            } else if (out != null) {
                for (var part : full) {
                    out.add(new Syllable(part.exact(), part.folded(), syllable.start(), syllable.end()));
                }
            }
        }
        return out == null ? found : out;
    }

    /** Changes with the list: part of the schema's version. */
    static String fingerprint() {
        var sum = new CRC32();
        sum.update(FILE);
        return Long.toHexString(sum.getValue());
    }

    private static Map<String, List<Syllable>> read(byte[] file) {
        var table = new HashMap<String, List<Syllable>>();
        for (var line : new String(file, StandardCharsets.UTF_8).lines().toList()) {
            int sign = line.indexOf('=');
            if (line.startsWith("#") || sign < 0) continue;
            var shortForm = Syllables.of(line.substring(0, sign)).getFirst();
            var full = Syllables.of(line.substring(sign + 1));
            table.put(shortForm.exact(), full);
            table.putIfAbsent(shortForm.folded(), full);
        }
        return Map.copyOf(table);
    }

    private static byte[] load() {
        try (InputStream in = Abbreviations.class.getResourceAsStream(RESOURCE)) {
            if (in == null) throw new IllegalStateException("missing resource " + RESOURCE);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
