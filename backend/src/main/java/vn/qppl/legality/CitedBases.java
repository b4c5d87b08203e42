package vn.qppl.legality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.document.Register;
import vn.qppl.reading.Reading;
import vn.qppl.structure.DocumentNumber;

/** The bases a text names, with the documents of the register behind them, to be read beside the text. */
@Component
public class CitedBases {
    private static final int MOST = 100;

    private final Register register;

    CitedBases(Register register) {
        this.register = register;
    }

    /**
     * @param words as the text names it, at most its own line
     * @param documentId the document of the register; null where it has none under that number, or several
     */
    public record CitedBasis(
            String words, int start, int end, @Nullable Long documentId) {}

    /** In the order of the text, each document once. */
    public List<CitedBasis> of(Reading reading) {
        var found = new ArrayList<CitedBasis>();
        var seen = new HashSet<String>();
        for (var citation : reading.bases()) {
            if (citation.self() || found.size() >= MOST) continue;
            var words = citation.span()
                    .in(reading.structure().text())
                    .replaceAll("\\s+", " ")
                    .strip();
            if (!seen.add(citation.number() == null ? words : citation.number())) continue;
            found.add(new CitedBasis(
                    words, citation.span().start(), citation.span().end(), document(citation.number())));
        }
        return found;
    }

    private @Nullable Long document(@Nullable String number) {
        if (number == null) return null;
        var held = DocumentNumber.parse(number).map(register::withNumber).orElse(List.of()).stream()
                .filter(document -> !document.stub())
                .toList();
        return held.size() == 1 ? (Long) held.getFirst().id() : null;
    }
}
