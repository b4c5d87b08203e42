package vn.qppl.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.web.HealthPart;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** What the administrator sees of the indexes, and the order to build them anew. */
@RestController
class IndexHealth implements HealthPart {
    private final Indexes indexes;
    private final IndexRequests requests;

    IndexHealth(Indexes indexes, IndexRequests requests) {
        this.indexes = indexes;
        this.requests = requests;
    }

    /**
     * @param state READY or BUILDING; one that is built anew answers from the old one meanwhile
     * @param lagSeconds age of the oldest change not written yet
     * @param failures changes that could not be written at the first try
     */
    record State(
            String name,
            long documents,
            String state,
            long waiting,
            long lagSeconds,
            long failures,
            @Nullable String lastFailure) {}

    @Override
    public String name() {
        return "indexes";
    }

    @Override
    public List<State> state() {
        var lag = requests.lag();
        var states = new ArrayList<State>();
        for (var audience : Indexes.Audience.values()) {
            boolean building = indexes.rebuilding() || !indexes.ready(audience);
            states.add(new State(
                    audience.name(),
                    documents(audience),
                    building ? "BUILDING" : "READY",
                    lag.waiting(),
                    lag.oldestSeconds(),
                    lag.failing(),
                    indexes.lastFailure()));
        }
        return states;
    }

    private long documents(Indexes.Audience audience) {
        try {
            return indexes.documents(audience);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isWell() {
        return requests.lag().failing() == 0;
    }

    @PostMapping("/api/system/rebuild-index")
    @Requires(Permission.OPERATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rebuild() {
        indexes.askRebuild();
    }
}
