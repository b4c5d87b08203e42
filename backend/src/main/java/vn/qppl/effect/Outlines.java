package vn.qppl.effect;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.Readings;
import vn.qppl.reading.EffectKind;

/** Outlines of documents' texts, read only where the effects on a document need one. */
@Component
class Outlines {
    private final DocumentFiles files;
    private final Readings readings;

    Outlines(DocumentFiles files, Readings readings) {
        this.files = files;
        this.readings = readings;
    }

    Outline of(long documentId, List<EffectFact> effects) {
        return of(Map.of(documentId, effects)).getOrDefault(documentId, Outline.NONE);
    }

    /** @param effects by document; documents whose effects need no outline are not in the answer */
    Map<Long, Outline> of(Map<Long, List<EffectFact>> effects) {
        var needing = new LinkedHashSet<Long>();
        effects.forEach((id, facts) -> {
            if (facts.stream().anyMatch(Outlines::needs)) needing.add(id);
        });
        return read(needing);
    }

    /** An end of a part may be the last one; a chapter reaches its articles. */
    private static boolean needs(EffectFact fact) {
        var target = fact.provision();
        if (target == null) return false;
        return fact.kind() == EffectKind.REPEAL || fact.kind() == EffectKind.EXPIRE || Outline.division(target);
    }

    private Map<Long, Outline> read(Collection<Long> documentIds) {
        var found = new HashMap<Long, Outline>();
        files.of(documentIds)
                .forEach((id, of) -> of.stream()
                        .filter(file ->
                                file.role().equals("ORIGINAL") && file.problem() == null && file.mediaType() != null)
                        .findFirst()
                        .flatMap(file -> readings.structureOf(file.sha256()))
                        .ifPresent(text -> found.put(id, Outline.of(text))));
        return found;
    }
}
