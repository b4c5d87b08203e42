package vn.qppl.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.Citation;
import vn.qppl.reading.Reading;
import vn.qppl.reading.RelationKind;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.Unit;
import vn.qppl.text.Span;
import vn.qppl.text.VietnameseText;

/** What a text names, with place and words; and which body proposed it. Pure. */
final class MentionFinder {
    /** A text that names more is a list of documents; the rest of it changes no conclusion. */
    private static final int MOST = 1000;

    private static final int LONGEST_QUOTE = 600;
    private static final int BEHIND = 140;
    private static final Pattern BODY = Pattern.compile(
            "(?u)^[^;\\n]{0,60}?của\\s+((?:Chủ tịch\\s+)?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND)\\s+"
                    + "(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?:\\s+\\p{Lu}[\\p{L}']{0,20}){1,5})");
    private static final Pattern PROPOSER = Pattern.compile(
            "(?iu)theo đề nghị của\\s+(?:đồng chí\\s+)?(?:Giám đốc|Chánh|Trưởng ban|Trưởng Ban|Trưởng|Thủ trưởng)?\\s*"
                    + "((?:Sở|Ban|Văn phòng|Thanh tra|Phòng|Công an|Bộ Chỉ huy)\\s[^;.\\n]{2,120}?)\\s*(?=tại\\s|theo\\s|về\\s|\\(|;|\\.|,\\s*(?:tại|theo)|\\n|$)");

    private MentionFinder() {}

    /** One of each kind, target and place. */
    static List<Mention> of(long documentId, Reading reading) {
        var text = reading.structure().text();
        var bodies = bodies(reading, text);
        var found = new LinkedHashMap<List<@Nullable Object>, Mention>();
        for (var basis : reading.bases()) add(found, documentId, basis, RelationKind.BASED_ON, reading, text, bodies);
        for (var citation : reading.citations())
            add(found, documentId, citation, citation.relation(), reading, text, bodies);
        return List.copyOf(found.values());
    }

    private static void add(
            Map<List<@Nullable Object>, Mention> found,
            long documentId,
            Citation citation,
            RelationKind kind,
            Reading reading,
            String text,
            Map<String, String> bodies) {
        if (citation.self() || found.size() >= MOST) return;
        var number = citation.number() == null
                ? null
                : DocumentNumber.parse(citation.number()).orElse(null);
        var title = citation.title();
        if (number == null && title == null) return;
        var numberKey = number == null ? null : number.key();
        var place = place(reading.structure(), citation.span().start());
        var mention = new Mention(
                documentId,
                kind,
                numberKey,
                numberKey == null && title != null ? titleKey(title) : null,
                citation.issuedOn(),
                numberKey == null ? null : bodies.get(numberKey),
                citation.provision(),
                place.address(),
                place.label(),
                line(text, citation.span()));
        var key = new ArrayList<@Nullable Object>();
        key.add(kind == RelationKind.BASED_ON);
        key.add(numberKey == null ? mention.titleKey() : numberKey);
        key.add(mention.provision());
        key.add(mention.placeAddress());
        found.putIfAbsent(key, mention);
    }

    /** The body that the text names once for a number is meant where the number stands alone, too. */
    private static Map<String, String> bodies(Reading reading, String text) {
        var named = new HashMap<String, String>();
        var all = new ArrayList<>(reading.bases());
        all.addAll(reading.citations());
        for (var citation : all) {
            if (citation.number() == null) continue;
            int end = Math.min(text.length(), citation.span().end());
            var behind = BODY.matcher(text.substring(end, Math.min(text.length(), end + BEHIND)));
            var within = BODY.matcher(citation.span().in(text).replaceFirst("(?s)^.*?\\d{4}/", ""));
            var body = behind.find() ? behind.group(1) : within.find() ? within.group(1) : null;
            if (body != null)
                DocumentNumber.parse(citation.number()).ifPresent(n -> named.putIfAbsent(n.key(), flat(body)));
        }
        return named;
    }

    /** Names a document by type and title alike, whatever marks and capitals were used. */
    static String titleKey(String title) {
        var key = VietnameseText.fold(title)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\d]+", " ")
                .strip();
        return key.length() <= 200 ? key : key.substring(0, 200);
    }

    /** The body whose head proposed the document, as its preamble says; null where none is named. */
    static @Nullable String proposer(Reading reading) {
        var components = reading.structure().components();
        var text = reading.structure().text();
        int end = components.isEmpty() || components.getFirst().units().isEmpty()
                ? Math.min(text.length(), 8000)
                : components.getFirst().units().getFirst().span().start();
        var proposer = PROPOSER.matcher(text.substring(0, Math.min(text.length(), end)));
        String last = null;
        while (proposer.find()) last = flat(proposer.group(1));
        return last == null || last.length() > 300 ? null : last;
    }

    private record Place(@Nullable String address, String label) {}

    private static Place place(LegalText structure, int offset) {
        for (var component : structure.components()) {
            if (!component.span().contains(offset)) continue;
            var label = "";
            String address = null;
            var units = component.units();
            for (boolean deeper = true; deeper; ) {
                deeper = false;
                for (var unit : units) {
                    if (!unit.span().contains(offset)) continue;
                    var name = name(unit);
                    if (!name.isEmpty()) label = label.isEmpty() ? name : name + " " + label;
                    address = (component.eId().isEmpty() ? "" : component.eId() + "__") + unit.eId();
                    units = unit.children();
                    deeper = true;
                    break;
                }
            }
            var attached = component.title();
            var within = component.eId().isEmpty()
                    ? ""
                    : component.number() != null
                            ? "Phụ lục " + component.number()
                            : attached == null ? "văn bản kèm theo" : attached;
            if (label.isEmpty()) return new Place(null, cut(within.isEmpty() ? "phần căn cứ" : within, 200));
            return new Place(address, cut(within.isEmpty() ? label : label + " " + within, 200));
        }
        return new Place(null, "phần căn cứ");
    }

    private static String name(Unit unit) {
        return switch (unit.level()) {
            case ARTICLE -> "Điều " + unit.number();
            case CLAUSE -> "khoản " + unit.number();
            case POINT -> "điểm " + unit.number();
            // articles are known without their chapter
            case PART, CHAPTER, SECTION, SUBSECTION -> "";
        };
    }

    private static String line(String text, Span span) {
        int start = text.lastIndexOf('\n', Math.max(0, span.start() - 1)) + 1;
        int end = text.indexOf('\n', Math.min(text.length(), span.end()));
        if (end < 0) end = text.length();
        if (span.start() - start > LONGEST_QUOTE / 2) start = span.start() - LONGEST_QUOTE / 2;
        return cut(flat(text.substring(start, end)), LONGEST_QUOTE);
    }

    private static String flat(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    static String cut(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most - 1) + "…";
    }
}
