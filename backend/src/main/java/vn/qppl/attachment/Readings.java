package vn.qppl.attachment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.qppl.reading.DocumentReader;
import vn.qppl.reading.Reading;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.StructureReader;
import vn.qppl.text.ExtractedText;

/**
 * Readings of files. A reading is a pure function of the text and the reader's version, so it is made when asked for and not stored;
 * only the text is.
 */
@Component
public class Readings {
    private final FileTexts texts;
    private final Cache<String, Read> recent;
    private final Cache<String, Structured> structures;

    Readings(FileTexts texts) {
        this.texts = texts;
        // weighed by characters: a reading holds about ten times its text
        this.recent = Caffeine.newBuilder()
                .maximumWeight(20_000_000)
                .<String, Read>weigher((hash, read) -> 1000 + read.text().text().length())
                .build();
        this.structures = Caffeine.newBuilder()
                .maximumWeight(10_000_000)
                .<String, Structured>weigher(
                        (hash, read) -> 1000 + read.text().text().length())
                .build();
    }

    /** A file's text and what was read from it. */
    public record Read(ExtractedText text, Reading reading) {}

    /** A file's text and its structure alone, which is much sooner read than all that a text says. */
    public record Structured(ExtractedText text, LegalText structure) {}

    /** Empty when the file was not read yet, or could not be. */
    public Optional<Read> of(String sha256) {
        var cached = recent.getIfPresent(sha256);
        if (cached != null) return Optional.of(cached);
        var outcome = texts.find(sha256);
        if (outcome.isEmpty() || outcome.get().text() == null) return Optional.empty();
        return Optional.of(of(sha256, outcome.get().text()));
    }

    /** Empty as above. */
    public Optional<Structured> structured(String sha256) {
        var cached = recent.getIfPresent(sha256);
        if (cached != null)
            return Optional.of(new Structured(cached.text(), cached.reading().structure()));
        var structure = structures.getIfPresent(sha256);
        if (structure != null) return Optional.of(structure);
        var outcome = texts.find(sha256);
        if (outcome.isEmpty() || outcome.get().text() == null) return Optional.empty();
        var text = outcome.get().text();
        var read = new Structured(text, StructureReader.read(text.text()));
        structures.put(sha256, read);
        return Optional.of(read);
    }

    /** Empty as above. */
    public Optional<LegalText> structureOf(String sha256) {
        return structured(sha256).map(Structured::structure);
    }

    /** Of a text that was just extracted: who accepts and who indexes it soon after need not read it again. */
    public Read of(String sha256, ExtractedText text) {
        var read = new Read(text, DocumentReader.read(text));
        recent.put(sha256, read);
        return read;
    }
}
