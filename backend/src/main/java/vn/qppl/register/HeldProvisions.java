package vn.qppl.register;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.effect.TargetWords;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;

/** Which provisions the text we hold of a document has. */
@Component
class HeldProvisions {
    private final DocumentFiles files;

    HeldProvisions(DocumentFiles files) {
        this.files = files;
    }

    /** eIds, those of attachments behind the attachment's; null where there is no text. */
    @Nullable
    Set<String> of(long documentId) {
        var read = files.structuredOf(documentId);
        if (read.isEmpty()) return null;
        var found = new HashSet<String>();
        for (var component : read.get().structure().components()) {
            var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
            for (var unit : component.units()) add(unit, prefix, found);
            var name = name(component);
            if (name != null) found.add(name);
        }
        return found;
    }

    /** "Phụ lục I" is called by its number, not by its place among the attachments. */
    private static @Nullable String name(LegalText.Component component) {
        var number = component.number();
        if (number == null) return null;
        return switch (component.kind()) {
            case ANNEX ->
                TargetWords.read("Phụ lục " + number).map(TargetWords::eId).orElse(null);
            case FORM ->
                TargetWords.read("Mẫu số " + number).map(TargetWords::eId).orElse(null);
            case MAIN, REGULATION -> null;
        };
    }

    private static void add(Unit unit, String prefix, Set<String> found) {
        var eId = prefix + unit.eId();
        found.add(eId);
        // a chapter is also called without its part, or without the regulation that it stands in
        if (unit.level().compareTo(UnitLevel.ARTICLE) < 0)
            for (int at = eId.indexOf("__"); at >= 0; at = eId.indexOf("__", at + 2)) found.add(eId.substring(at + 2));
        for (var child : unit.children()) add(child, prefix, found);
    }
}
