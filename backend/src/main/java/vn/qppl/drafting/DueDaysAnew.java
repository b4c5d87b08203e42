package vn.qppl.drafting;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.qppl.procedure.CalendarCorrected;
import vn.qppl.queue.AfterCommit;
import vn.qppl.queue.QueuedTask;

/** Counts the deadlines of open dossiers anew when a day of the calendar was corrected, each dossier in a transaction of its own. */
@Component
class DueDaysAnew implements QueuedTask {
    private static final String NAME = "dossier-due-days";
    private static final int AT_ONCE = 100;

    /** Asked for when needed: the queue knows this task before it is itself. */
    private final ObjectProvider<AfterCommit> queue;

    private final Dossiers dossiers;
    private final ObjectProvider<Moves> moves;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DueDaysAnew(
            ObjectProvider<AfterCommit> queue,
            Dossiers dossiers,
            ObjectProvider<Moves> moves,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.queue = queue;
        this.dossiers = dossiers;
        this.moves = moves;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @EventListener
    void on(CalendarCorrected corrected) {
        queue.getObject().enqueue(NAME, corrected.day().toString());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String day) {
        var counting = moves.getObject();
        long after = 0;
        for (var ids = open(after); !ids.isEmpty(); ids = open(after)) {
            for (long id : ids)
                transaction.executeWithoutResult(
                        status -> dossiers.lock(id).filter(Dossier::isOpen).ifPresent(counting::refresh));
            after = ids.getLast();
        }
    }

    private List<Long> open(long after) {
        return jdbc.sql("select id from dossier where id > ? and open_mark = 1 order by id limit ?")
                .params(after, AT_ONCE)
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
