package vn.qppl.scrutiny;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.qppl.reading.Citation;
import vn.qppl.reading.Reading;
import vn.qppl.reading.TitleCatalogue;
import vn.qppl.structure.DocumentNumber;

/** What is known of other documents when a text is checked: those of the register that it names, and the national laws by title. */
public final class Known {
    private final Map<String, List<HeldDocument>> byNumber = new HashMap<>();
    private final TitleCatalogue titles;

    private Known(Collection<HeldDocument> held, TitleCatalogue titles) {
        for (var document : held)
            byNumber.computeIfAbsent(document.number().key(), k -> new ArrayList<>())
                    .add(document);
        this.titles = titles;
    }

    /** Without a register. */
    public static Known nothing() {
        return new Known(List.of(), TitleCatalogue.national());
    }

    public static Known of(Collection<HeldDocument> held) {
        return new Known(held, TitleCatalogue.national());
    }

    /** The numbers a text names: what to ask the register for before {@link Scrutiny#check}. */
    public static Set<DocumentNumber> asked(Reading reading) {
        var numbers = new HashSet<DocumentNumber>();
        for (var citations : List.of(reading.bases(), reading.citations()))
            for (Citation citation : citations)
                if (citation.number() != null && !citation.self())
                    DocumentNumber.parse(citation.number()).ifPresent(numbers::add);
        for (var basis : Bases.of(new Text(reading, Facts.of(reading))))
            if (basis.number() != null) numbers.add(basis.number());
        return numbers;
    }

    /** Of whatever issuer. */
    List<HeldDocument> numbered(DocumentNumber number) {
        return byNumber.getOrDefault(number.key(), List.of());
    }

    TitleCatalogue titles() {
        return titles;
    }
}
