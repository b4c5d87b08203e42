package vn.qppl.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.Readings;
import vn.qppl.drafting.CaseFile;
import vn.qppl.drafting.Dossier;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;

/** Where a remark stands in a draft, and whether its words still stand in the signed text. */
@Component
class Anchors {
    private final Readings readings;
    private final CaseFile caseFile;

    Anchors(Readings readings, CaseFile caseFile) {
        this.readings = readings;
        this.caseFile = caseFile;
    }

    /** @param start UTF-16 offset into the draft's text */
    record Place(String address, String label, int start, int end, int depth) {}

    /** Number of the draft that a round is about: the one of the complete dossier, before that the newest; 0 where there is none. */
    static int appraised(Dossier dossier, Appraisal appraisal, CaseFile caseFile) {
        var number = appraisal.draftNumber();
        return number != null && number > 0
                ? number
                : caseFile.draft(dossier).map(CaseFile.Draft::number).orElse(0);
    }

    LegalText text(Dossier dossier, int number) {
        return caseFile.draft(dossier, number)
                .flatMap(draft -> readings.structureOf(draft.sha256()))
                .orElseThrow(AppraisalProblem.NO_DRAFT::asException);
    }

    /**
     * @return how the provision is called: "khoản 2 Điều 3"
     * @throws vn.qppl.web.ProblemException {@link AppraisalProblem#NOT_IN_THE_DRAFT} where its words are not there
     */
    String label(Dossier dossier, int number, String address, String quote) {
        var text = text(dossier, number);
        for (var place : places(text))
            if (place.address().equals(address)
                    && plain(text.text().substring(place.start(), place.end())).contains(plain(quote)))
                return place.label();
        throw AppraisalProblem.NOT_IN_THE_DRAFT.asException();
    }

    /** Whether the words a remark was about still stand in a text, however spaced. */
    static boolean stands(String quote, LegalText signed) {
        return plain(signed.text()).contains(plain(quote));
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** The provisions in the order of the text, each wider one before those in it. */
    static List<Place> places(LegalText text) {
        var places = new ArrayList<Place>();
        for (var component : text.components()) {
            places.add(new Place(
                    component.eId(),
                    component.eId().isEmpty()
                            ? "Phần mở đầu"
                            : component.title() == null ? "Phụ lục" : component.title(),
                    component.preamble().start(),
                    component.preamble().end(),
                    0));
            for (var unit : component.units()) add(places, component.eId(), "", unit, 0);
        }
        return places;
    }

    private static void add(List<Place> places, String component, String around, Unit unit, int depth) {
        boolean inArticle = unit.level() == UnitLevel.CLAUSE || unit.level() == UnitLevel.POINT;
        var label = inArticle && !around.isEmpty() ? unit.named() + " " + around : unit.named();
        places.add(new Place(
                component.isEmpty() ? unit.eId() : component + "__" + unit.eId(),
                label,
                unit.span().start(),
                unit.span().end(),
                depth));
        for (var child : unit.children()) add(places, component, label, child, depth + 1);
    }
}
