package vn.qppl.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.index.Answer;
import vn.qppl.index.Facet;
import vn.qppl.index.Question;
import vn.qppl.search.SearchWords;
import vn.qppl.search.Searching;

/** The public question: as typed, narrowed, on a day. */
@Component
class PublicSearch {
    private final Searching searching;
    private final Clock clock;

    PublicSearch(Searching searching, Clock clock) {
        this.searching = searching;
        this.clock = clock;
    }

    /** Parameters as they stand in an address. */
    record Asked(
            @Nullable String q,
            @Nullable LocalDate on,
            @Nullable List<String> type,
            @Nullable List<String> issuer,
            @Nullable List<String> level,
            @Nullable List<String> year,
            @Nullable List<String> status,
            @Nullable String sort,
            @Nullable Integer size,
            @Nullable String after) {

        public boolean blank() {
            return (q == null || q.isBlank())
                    && none(type)
                    && none(issuer)
                    && none(level)
                    && none(year)
                    && none(status);
        }

        private static boolean none(@Nullable List<String> values) {
            return values == null || values.isEmpty();
        }
    }

    record PassageView(String address, String label, String html) {}

    record HitView(
            long id,
            @Nullable String number,
            String type,
            String issuer,
            String title,
            String titleHtml,
            @Nullable LocalDate issuedOn,
            @Nullable String status,
            @Nullable String statusLabel,
            String url,
            List<PassageView> passages) {}

    record Choice(String value, String label, long count, boolean chosen) {}

    record Found(
            long total,
            boolean totalIsLowerBound,
            LocalDate on,
            List<HitView> hits,
            Map<String, List<Choice>> facets,
            @Nullable String next) {}

    Found ask(Asked asked) {
        var on = asked.on() == null ? LocalDate.now(clock) : asked.on();
        var narrowed = new EnumMap<Facet, Set<String>>(Facet.class);
        narrow(narrowed, Facet.TYPE, asked.type());
        narrow(narrowed, Facet.ISSUER, asked.issuer());
        narrow(narrowed, Facet.LEVEL, asked.level());
        narrow(narrowed, Facet.YEAR, asked.year());
        narrow(narrowed, Facet.STATUS, asked.status());
        int size = Math.clamp(asked.size() == null ? 20 : asked.size(), 1, Question.LARGEST_PAGE);
        var text =
                asked.q() == null ? "" : asked.q().length() > 1000 ? asked.q().substring(0, 1000) : asked.q();
        var answer = searching.published(new Question(
                text, on, null, null, narrowed, SearchWords.order(asked.sort(), text), size, asked.after(), true));
        return view(answer, on, narrowed);
    }

    private static void narrow(Map<Facet, Set<String>> narrowed, Facet facet, @Nullable List<String> values) {
        if (values == null) return;
        var kept = values.stream().filter(v -> !v.isBlank()).limit(50).collect(java.util.stream.Collectors.toSet());
        if (!kept.isEmpty()) narrowed.put(facet, kept);
    }

    private static Found view(Answer answer, LocalDate on, Map<Facet, Set<String>> narrowed) {
        var hits = new ArrayList<HitView>();
        for (var hit : answer.hits()) {
            hits.add(new HitView(
                    hit.id(),
                    hit.number(),
                    SearchWords.label(Facet.TYPE, hit.type(), on),
                    hit.issuer(),
                    hit.title(),
                    hit.titleHtml(),
                    hit.issuedOn(),
                    hit.status(),
                    hit.status() == null ? null : SearchWords.label(Facet.STATUS, hit.status(), on),
                    PublicDocuments.url(hit.id()),
                    hit.passages().stream()
                            .map(p -> new PassageView(p.address(), p.label(), p.html()))
                            .toList()));
        }
        var facets = new LinkedHashMap<String, List<Choice>>();
        for (var facet : List.of(Facet.STATUS, Facet.TYPE, Facet.LEVEL, Facet.ISSUER, Facet.YEAR)) {
            var chosen = narrowed.getOrDefault(facet, Set.of());
            facets.put(
                    facet.name().toLowerCase(Locale.ROOT),
                    answer.facets().getOrDefault(facet, List.of()).stream()
                            .limit(30)
                            .map(c -> new Choice(
                                    c.value(),
                                    SearchWords.label(facet, c.value(), on),
                                    c.documents(),
                                    chosen.contains(c.value())))
                            .toList());
        }
        return new Found(answer.total(), answer.totalIsLowerBound(), on, hits, facets, answer.next());
    }
}
