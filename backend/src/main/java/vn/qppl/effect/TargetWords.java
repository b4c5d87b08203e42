package vn.qppl.effect;

import java.util.Locale;
import java.util.Optional;
import vn.qppl.reading.TargetAddress;
import vn.qppl.structure.ProvisionAddress;

/** A provision as people and texts write it, and its address: "khoản 2 Điều 3", "Chương II", "Phụ lục I". */
public record TargetWords(String eId, String label) {

    /** Empty where the words name no provision. */
    public static Optional<TargetWords> read(String words) {
        var label = words.strip();
        var address = ProvisionAddress.parse(label);
        if (address.isPresent()) {
            // a provision of the regulation issued with the document is not the article of that number in the document
            // itself
            boolean attached = address.get().component().isEmpty() && label.contains("kèm theo");
            return Optional.of(
                    new TargetWords((attached ? "att_1__" : "") + address.get().eId(), label));
        }
        return TargetAddress.parse(label).flatMap(TargetWords::wider).map(eId -> new TargetWords(eId, label));
    }

    /** As lawyers write it, whatever was typed: an address of the web or of the text is spelled out. */
    public String spelled() {
        return eId.startsWith("att_")
                ? label
                : ProvisionAddress.parse(eId).map(ProvisionAddress::print).orElse(label);
    }

    /** Of a chapter, section, annex or form, which are wider than an article. */
    private static Optional<String> wider(TargetAddress address) {
        var id = new StringBuilder();
        for (var step : address.steps().reversed()) {
            var kind = switch (step.level()) {
                case PART -> "part_";
                case CHAPTER -> "chp_";
                case SECTION -> "sec_";
                case SUBSECTION -> "subsec_";
                case ANNEX -> "annex_";
                case FORM -> "form_";
                case TABLE -> "table_";
                case ATTACHED -> "";
                case ARTICLE, CLAUSE, POINT, PASSAGE -> null;
            };
            if (kind == null) return Optional.empty();
            if (kind.isEmpty()) continue;
            var number = step.number().replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
            id.append(id.isEmpty() ? "" : "__").append(kind).append(number);
        }
        return id.isEmpty() ? Optional.empty() : Optional.of(id.toString());
    }
}
