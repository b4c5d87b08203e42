package vn.qppl.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.text.Span;

/** Which document of the register a text means where it names one. */
@Component
class CitedDocuments {
    private static final int BEHIND = 400;

    private final Register register;

    CitedDocuments(Register register) {
        this.register = register;
    }

    /**
     * @param at where the text speaks of it; what stands there decides, else what the text says where it first names the number
     * @param written the number as printed there
     * @return empty where two bodies have that number and nothing tells which, or where the number is none
     */
    Optional<LegalDocument> named(
            LegalDocument citing,
            String text,
            Span at,
            String written,
            @Nullable String title,
            @Nullable LocalDate issuedOn) {
        var number = DocumentNumber.parse(written);
        if (number.isEmpty()) return Optional.empty();
        var behind = behind(text, at, written, number.get());
        var day = issuedOn == null ? behind.issuedOn() : issuedOn;
        var body = register.bodyNamed(behind.issuerNames(), number.get(), day, citing);
        return register.cited(new Register.Cited(number.get(), title, day, body), citing);
    }

    private static CitedBody.Behind behind(String text, Span at, String written, DocumentNumber number) {
        int end = Math.min(text.length(), at.end() + BEHIND);
        var here = CitedBody.of(text.substring(Math.min(at.start(), end), end), written);
        if (!here.tellsNothing()) return here;
        var first = CitedBody.of(text, written);
        return first.tellsNothing() ? CitedBody.of(text, number.print()) : first;
    }
}
