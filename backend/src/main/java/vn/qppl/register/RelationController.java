package vn.qppl.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.Effects;
import vn.qppl.effect.RelatedDocuments;
import vn.qppl.effect.StatusCode;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Lược đồ: relations of a document in both directions, those that follow from effects included. */
@RestController
class RelationController {
    private final RelatedDocuments related;
    private final Register register;
    private final Effects effects;
    private final Clock clock;

    RelationController(RelatedDocuments related, Register register, Effects effects, Clock clock) {
        this.related = related;
        this.register = register;
        this.effects = effects;
        this.clock = clock;
    }

    record RelationView(
            String kind,
            String label,
            String direction,
            long documentId,
            String number,
            String title,
            boolean stub,
            @Nullable String provision,
            @Nullable LocalDate from,
            String status) {}

    @GetMapping("/api/documents/{id}/relations")
    @Requires(Permission.READ_REGISTER)
    List<RelationView> relations(@PathVariable long id, @RequestParam(required = false) @Nullable LocalDate on) {
        register.get(id);
        var found = related.of(id);
        var ids = new ArrayList<>(new HashSet<>(found.stream()
                .map(RelatedDocuments.Related::documentId)
                .limit(1000)
                .toList()));
        Map<Long, LegalDocument> documents =
                register.all(ids).stream().collect(Collectors.toMap(LegalDocument::id, x -> x));
        var statuses = effects.statuses(ids, on == null ? LocalDate.now(clock) : on);
        var views = new ArrayList<RelationView>();
        for (var relation : found) {
            var other = documents.get(relation.documentId());
            if (other == null) continue;
            views.add(new RelationView(
                    relation.kind().name(),
                    relation.label(),
                    relation.active() ? "OUT" : "IN",
                    other.id(),
                    other.numberWritten(),
                    other.title(),
                    other.stub(),
                    relation.provision(),
                    relation.from(),
                    statuses.getOrDefault(other.id(), StatusCode.UNKNOWN).code()));
        }
        return views;
    }
}
