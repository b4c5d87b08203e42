package vn.qppl.search;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.index.Answer;
import vn.qppl.index.Facet;
import vn.qppl.index.Question;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** The staff question, and the state of the indexes. */
@RestController
class SearchController {
    private final Searching searching;
    private final Indexes indexes;
    private final IndexRequests requests;
    private final Clock clock;

    SearchController(Searching searching, Indexes indexes, IndexRequests requests, Clock clock) {
        this.searching = searching;
        this.indexes = indexes;
        this.requests = requests;
        this.clock = clock;
    }

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
            @Nullable String after) {}

    record PassageView(String address, String label, String html) {}

    record HitView(
            long id,
            @Nullable String number,
            String type,
            String typeLabel,
            String issuer,
            String title,
            String titleHtml,
            @Nullable LocalDate issuedOn,
            String status,
            String statusLabel,
            String url,
            List<PassageView> passages) {}

    record Choice(String value, String label, long count) {}

    record Found(
            long total,
            boolean totalIsLowerBound,
            LocalDate on,
            List<HitView> hits,
            Map<String, List<Choice>> facets,
            @Nullable String next,
            long tookMs) {}

    record IndexState(
            String name,
            boolean ready,
            boolean rebuilding,
            long waiting,
            long failing,
            long lagSeconds,
            @Nullable String failure,
            Indexes.@Nullable Comparison comparison) {}

    @GetMapping("/api/search")
    @Requires(Permission.READ_REGISTER)
    Found search(Asked asked) {
        long begin = System.nanoTime();
        var on = asked.on() == null ? LocalDate.now(clock) : asked.on();
        var narrowed = new EnumMap<Facet, Set<String>>(Facet.class);
        narrow(narrowed, Facet.TYPE, asked.type());
        narrow(narrowed, Facet.ISSUER, asked.issuer());
        narrow(narrowed, Facet.LEVEL, asked.level());
        narrow(narrowed, Facet.YEAR, asked.year());
        narrow(narrowed, Facet.STATUS, asked.status());
        var text =
                asked.q() == null ? "" : asked.q().length() > 1000 ? asked.q().substring(0, 1000) : asked.q();
        int size = Math.clamp(asked.size() == null ? 20 : asked.size(), 1, Question.LARGEST_PAGE);
        var answer = searching.staff(new Question(
                text, on, null, null, narrowed, SearchWords.order(asked.sort(), text), size, asked.after(), true));
        return new Found(
                answer.total(),
                answer.totalIsLowerBound(),
                on,
                answer.hits().stream().map(hit -> view(hit, on)).toList(),
                facets(answer, on),
                answer.next(),
                (System.nanoTime() - begin) / 1_000_000);
    }

    private static void narrow(Map<Facet, Set<String>> narrowed, Facet facet, @Nullable List<String> values) {
        if (values == null) return;
        var kept = values.stream().filter(v -> !v.isBlank()).limit(50).collect(Collectors.toSet());
        if (!kept.isEmpty()) narrowed.put(facet, kept);
    }

    private static HitView view(Answer.Hit hit, LocalDate on) {
        var status = hit.status() == null ? "unknown" : hit.status();
        return new HitView(
                hit.id(),
                hit.number(),
                hit.type(),
                SearchWords.label(Facet.TYPE, hit.type(), on),
                hit.issuer(),
                hit.title(),
                hit.titleHtml(),
                hit.issuedOn(),
                status,
                SearchWords.label(Facet.STATUS, status, on),
                "/lam-viec/van-ban/" + hit.id(),
                hit.passages().stream()
                        .map(p -> new PassageView(p.address(), p.label(), p.html()))
                        .toList());
    }

    private static Map<String, List<Choice>> facets(Answer answer, LocalDate on) {
        var facets = new LinkedHashMap<String, List<Choice>>();
        for (var facet : List.of(Facet.STATUS, Facet.TYPE, Facet.LEVEL, Facet.ISSUER, Facet.YEAR)) {
            facets.put(
                    facet.name().toLowerCase(Locale.ROOT),
                    answer.facets().getOrDefault(facet, List.of()).stream()
                            .limit(30)
                            .map(c -> new Choice(c.value(), SearchWords.label(facet, c.value(), on), c.documents()))
                            .toList());
        }
        return facets;
    }

    @GetMapping("/api/system/indexes")
    @Requires(Permission.SIGNED_IN)
    List<IndexState> states() {
        var lag = requests.lag();
        return java.util.Arrays.stream(Indexes.Audience.values())
                .map(audience -> new IndexState(
                        audience.name().toLowerCase(Locale.ROOT),
                        indexes.ready(audience),
                        indexes.rebuilding(),
                        lag.waiting(),
                        lag.failing(),
                        lag.oldestSeconds(),
                        indexes.lastFailure(),
                        indexes.lastComparison()))
                .toList();
    }

    /** Builds both indexes anew beside the ones in use. */
    @PostMapping("/api/system/indexes/rebuild")
    @Requires(Permission.OPERATE)
    List<IndexState> rebuild() {
        indexes.askRebuild();
        return states();
    }
}
