package vn.qppl.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.qppl.document.LegalDocument;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.reading.ListedDocument;

/** Where a row of a list belongs in the register. Every row has exactly one, so that the totals agree. */
enum Placement {
    PLACED("Khớp một văn bản trong sổ"),
    /** To be made: it has no number yet. */
    PLANNED("Văn bản dự kiến, chưa có số"),
    NOT_IN_REGISTER("Sổ chưa có văn bản này"),
    /** The row names no issuer, and several bodies used the number. */
    SEVERAL("Nhiều cơ quan cùng số, hàng không nêu cơ quan ban hành"),
    OTHER_ISSUER("Sổ chỉ có văn bản cùng số của cơ quan khác"),
    OTHER_DAY("Cùng số, cùng cơ quan nhưng khác ngày ban hành"),
    /** An earlier row is about the same document. */
    REPEATED("Trùng với hàng trước"),
    UNREADABLE("Không đọc được văn bản nào trong hàng");

    private final String label;

    Placement(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    record Found(
            Placement placement,
            @Nullable Long documentId,
            @Nullable String note) {}

    /**
     * Where a document that a row names belongs.
     *
     * @param numbered documents of the register under its number, stubs too
     */
    static Found of(@Nullable ListedDocument listed, List<LegalDocument> numbered) {
        if (listed == null) return new Found(UNREADABLE, null, null);
        if (listed.number() == null) return new Found(PLANNED, null, null);
        var held = numbered.stream().filter(d -> !d.stub()).toList();
        if (held.isEmpty()) return new Found(NOT_IN_REGISTER, null, null);
        var issuer = listed.issuer();
        var ofBody = issuer == null
                ? held
                : held.stream()
                        .filter(d -> OrganisationDirectory.sameName(d.issuerName(), issuer))
                        .toList();
        if (ofBody.isEmpty())
            return new Found(OTHER_ISSUER, null, "Trong sổ: " + held.getFirst().issuerName());
        var day = listed.issuedOn();
        var ofDay = ofBody.stream()
                .filter(d -> day == null || d.issuedOn() == null || day.equals(d.issuedOn()))
                .toList();
        if (ofDay.isEmpty())
            return new Found(OTHER_DAY, null, "Trong sổ: " + ofBody.getFirst().issuedOn());
        if (ofDay.size() > 1) return new Found(SEVERAL, null, ofDay.size() + " văn bản cùng số");
        return new Found(PLACED, ofDay.getFirst().id(), null);
    }
}
