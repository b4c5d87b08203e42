package vn.qppl.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.document.LegalDocument;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.OrganisationLevel;
import vn.qppl.web.ProblemException;

/**
 * Who reviews a document: the body that proposed it, or who took over from it; the justice department, which urges and guides, where none
 * is known (Nghị định 79/2025 Điều 35 khoản 3, 4).
 */
@Component
class Reviewers {
    private static final int LONGEST_LINE = 10;

    private final Mentions mentions;
    private final OrganisationDirectory directory;
    private final Clock clock;

    Reviewers(Mentions mentions, OrganisationDirectory directory, Clock clock) {
        this.mentions = mentions;
        this.directory = directory;
        this.clock = clock;
    }

    record Reviewer(long unitId, String why) {}

    Optional<Reviewer> of(LegalDocument document) {
        var today = LocalDate.now(clock);
        var day = document.issuedOn() == null ? today : document.issuedOn();
        var places = places(document, day);
        var proposer = mentions.proposer(document.id()).orElse(null);
        if (proposer != null) {
            for (var name : named(proposer, places)) {
                var body = directory.match(name, day).flatMap(found -> now(found, today));
                if (body.isPresent())
                    return Optional.of(
                            new Reviewer(body.get().id(), "Theo đề nghị của " + proposer + taken(name, body.get())));
            }
        }
        for (var place : places) {
            var justice = directory.match("Sở Tư pháp " + place, day).flatMap(found -> now(found, today));
            if (justice.isPresent())
                return Optional.of(new Reviewer(
                        justice.get().id(),
                        proposer == null
                                ? "Văn bản không nêu cơ quan đề nghị; Sở Tư pháp là đầu mối (khoản 3 Điều 35 Nghị định số 79/2025/NĐ-CP)"
                                : "Không có tổ chức “" + proposer + "” trong danh mục; Sở Tư pháp là đầu mối"));
        }
        return Optional.empty();
    }

    private static String taken(String name, Organisation body) {
        return OrganisationDirectory.sameName(name, body.name())
                ? ""
                : "; nay là " + body.name() + " (khoản 4 Điều 35 Nghị định số 79/2025/NĐ-CP)";
    }

    private static List<String> named(String proposer, List<String> places) {
        var names = new ArrayList<String>();
        for (var place : places) names.add(proposer + " " + place);
        names.add(proposer);
        return names;
    }

    /** Names of the issuer's place and of those around it, the nearest first. */
    private List<String> places(LegalDocument document, LocalDate day) {
        var places = new ArrayList<String>();
        var own = ImpactRules.place(document.issuerName());
        if (!own.isEmpty()) places.add(own);
        var body = committee(document, own, day);
        for (int i = 0; body != null && i < LONGEST_LINE; i++) {
            var place = ImpactRules.place(body.name());
            if (!place.isEmpty() && !places.contains(place)) places.add(place);
            body = body.level() == OrganisationLevel.PROVINCE || body.parentId() == null
                    ? null
                    : (Organisation) get(body.parentId());
        }
        return places;
    }

    private @Nullable Organisation committee(LegalDocument document, String place, LocalDate day) {
        if (place.isEmpty()) return null;
        // a council has no body above it; the committee beside it has
        return directory
                .match("Ủy ban nhân dân " + place, day)
                .orElseGet(() -> document.issuerId() == null ? null : get(document.issuerId()));
    }

    private @Nullable Organisation get(long id) {
        try {
            return directory.get(id);
        } catch (ProblemException gone) {
            return null;
        }
    }

    /** The body itself while it exists, else the last of the line that took over. */
    private Optional<Organisation> now(Organisation body, LocalDate today) {
        var at = body;
        for (int i = 0; i < LONGEST_LINE && !at.existsOn(today); i++) {
            var next = directory.successors(at.id());
            if (next.isEmpty()) return Optional.empty();
            at = next.getLast();
        }
        return at.existsOn(today) ? Optional.of(at) : Optional.empty();
    }
}
