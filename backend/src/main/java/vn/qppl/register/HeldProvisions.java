package vn.qppl.register;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.structure.Unit;

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
        var read = files.textOf(documentId);
        if (read.isEmpty()) return null;
        var found = new HashSet<String>();
        for (var component : read.get().reading().structure().components()) {
            var prefix = component.eId().isEmpty() ? "" : component.eId() + "__";
            for (var unit : component.units()) add(unit, prefix, found);
        }
        return found;
    }

    private static void add(Unit unit, String prefix, Set<String> found) {
        found.add(prefix + unit.eId());
        for (var child : unit.children()) add(child, prefix, found);
    }
}
