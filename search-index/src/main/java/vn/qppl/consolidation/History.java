package vn.qppl.consolidation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.qppl.consolidation.ProvisionVersion.Cause;

/** The versions of the provisions that change, in the order in which they change. */
final class History {
    private record Key(String component, String eId) {}

    private final @Nullable LocalDate from;
    private final Map<Key, List<ProvisionVersion>> versions = new LinkedHashMap<>();

    History(@Nullable LocalDate from) {
        this.from = from;
    }

    /** @param before null for a provision that is new */
    void changed(String component, String eId, String label, @Nullable String before, String after, Cause cause) {
        var list = versions.computeIfAbsent(new Key(component, eId), k -> new ArrayList<>());
        if (list.isEmpty()) {
            if (before != null) list.add(new ProvisionVersion(component, eId, label, from, cause.from(), before, null));
        } else {
            var last = list.removeLast();
            // two changes of one day are one version
            if (!cause.from().equals(last.from()) || last.cause() == null)
                list.add(new ProvisionVersion(
                        component, eId, last.label(), last.from(), cause.from(), last.text(), last.cause()));
        }
        list.add(new ProvisionVersion(component, eId, label, cause.from(), null, after, cause));
    }

    List<ProvisionVersion> all() {
        return versions.values().stream().flatMap(List::stream).toList();
    }
}
