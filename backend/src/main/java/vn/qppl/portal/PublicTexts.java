package vn.qppl.portal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.qppl.document.LegalDocument;
import vn.qppl.wording.ProvisionStatuses;
import vn.qppl.wording.Readers;
import vn.qppl.wording.Wording;
import vn.qppl.wording.WordingProblem;
import vn.qppl.wording.WordingViews;
import vn.qppl.wording.Wordings;

/** Texts of days as the public pages show them: versions with their addresses, the text, two days side by side. */
@Component
class PublicTexts {
    private final PublicDocuments documents;
    private final Wordings wordings;
    private final WordingViews views;

    PublicTexts(PublicDocuments documents, Wordings wordings, WordingViews views) {
        this.documents = documents;
        this.wordings = wordings;
        this.views = views;
    }

    /** @param day on which the version is shown */
    record Address(String url, LocalDate day, boolean current) {}

    /**
     * The text of a day in parts, with the statuses that its provisions have in a place (null: everywhere); and in the model its versions, and what a reader must know of a text that was put together. A text that
     * nothing changes is shown with the layout of its file.
     */
    Optional<TextParts> parts(LegalDocument document, LocalDate day, @Nullable String place, Model model) {
        var validity = documents.validity(document, null, place);
        var wording = wordings.of(document, null, Readers.PUBLIC);
        if (wording.isEmpty()
                || !wording.get().changed()
                        && wording.get().outstanding(LocalDate.MAX).isEmpty())
            return documents
                    .structured(document)
                    .map(read -> TextBlocks.of(read, validity, day))
                    .map(blocks -> TextParts.of(blocks.blocks(), blocks.contents()));
        var text = wording.get();
        model.addAttribute("versions", views.versions(document, null, Readers.PUBLIC));
        model.addAttribute("shown", views.summary(text, day, Readers.PUBLIC));
        var blocks =
                WordedBlocks.of(text.on(day), views.causes(text, Readers.PUBLIC), new ProvisionStatuses(validity, day));
        return Optional.of(TextParts.of(blocks.blocks(), blocks.contents()));
    }

    /** @throws vn.qppl.web.ProblemException for a day that is none, or before issue */
    Address address(LegalDocument document, String version) {
        var wording = views.wording(document, null, Readers.PUBLIC);
        var today = documents.today();
        var first = wording.versions().getFirst();
        if (version.equals("goc")) return address(document, first, firstDay(document, first), today);
        var day = day(version);
        if (document.issuedOn() != null && day.isBefore(document.issuedOn()))
            throw WordingProblem.BEFORE_ISSUE.with("issuedOn", document.issuedOn());
        var holding = wording.versionOn(day);
        return address(document, holding, firstDay(document, holding), today);
    }

    private static Address address(LegalDocument document, Wording.Version version, LocalDate day, LocalDate today) {
        var url = PublicDocuments.url(document.id()) + "/" + (version.issued() ? "goc" : version.from());
        return new Address(url, day, version.holds(today));
    }

    private LocalDate firstDay(LegalDocument document, Wording.Version version) {
        if (version.from() != null) return version.from();
        return version.to() == null ? documents.today() : version.to().minusDays(1);
    }

    private static LocalDate day(String version) {
        try {
            return LocalDate.parse(version);
        } catch (DateTimeException e) {
            throw PortalProblem.NOT_FOUND.asException();
        }
    }

    void compare(LegalDocument document, @Nullable LocalDate from, @Nullable LocalDate to, Model model) {
        var wording = views.wording(document, null, Readers.PUBLIC);
        var today = documents.today();
        var versions = wording.versions();
        var last = wording.versionOn(today);
        var newer = to == null ? last.from() == null ? today : last.from() : to;
        var older = from == null ? before(versions, newer, document) : from;
        model.addAttribute("versions", views.versions(document, null, Readers.PUBLIC));
        model.addAttribute("compared", views.compare(document, older, newer, null, Readers.PUBLIC));
    }

    /** The day before the version that holds on a day begins; the day itself for the text as issued. */
    private static LocalDate before(java.util.List<Wording.Version> versions, LocalDate day, LegalDocument document) {
        LocalDate begins = null;
        for (var version : versions)
            if (!version.issued() && version.from() != null && !version.from().isAfter(day)) begins = version.from();
        if (begins == null) return day;
        var eve = begins.minusDays(1);
        return document.issuedOn() != null && eve.isBefore(document.issuedOn()) ? document.issuedOn() : eve;
    }
}
