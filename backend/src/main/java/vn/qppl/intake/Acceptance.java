package vn.qppl.intake;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.Readings;
import vn.qppl.reading.ProposedEffect;
import vn.qppl.web.DatabaseTrouble;
import vn.qppl.web.ProblemException;

/**
 * Accepts what was read with certainty, in the name of the person who asked for it, in the order in which files were received: of two
 * files with one number the first is taken however fast each was read, and one import after the other, so a run that was cut off and
 * resumed ends like one that was not.
 */
@Component
class Acceptance {
    private static final Logger log = LoggerFactory.getLogger(Acceptance.class);
    /** Few, so that other batches are not kept waiting by a large one. */
    private static final int AT_ONCE = 5;

    private final IntakeBatches batches;
    private final IntakeItems items;
    private final Confirmation confirmation;
    private final Readings readings;
    private final Sheets sheets;
    private final JdbcClient jdbc;

    Acceptance(
            IntakeBatches batches,
            IntakeItems items,
            Confirmation confirmation,
            Readings readings,
            Sheets sheets,
            JdbcClient jdbc) {
        this.batches = batches;
        this.items = items;
        this.confirmation = confirmation;
        this.readings = readings;
        this.sheets = sheets;
        this.jdbc = jdbc;
    }

    /** @return whether there may be more to do at once */
    boolean step() {
        boolean more = false;
        var accepting = new ArrayList<Long>();
        boolean waiting = false;
        for (var batch : batches.acceptingNow()) {
            var acceptAs = batch.acceptAs();
            if (acceptAs == null) continue;
            if (waiting) {
                accepting.add(batch.id());
                continue;
            }
            var ready = ready(batch.id());
            for (var id : ready) acceptOrLeave(batch, items.find(id).orElseThrow(), acceptAs);
            if (ready.size() == AT_ONCE) more = true;
            if (undecided(batch.id())) {
                accepting.add(batch.id());
                waiting = true;
            }
            waiting |= unread(batch.id());
        }
        for (var finished : batches.finished(accepting)) {
            items.settleCopies(finished);
            batches.end(finished);
        }
        return more;
    }

    /** Items that are read and not looked at yet, up to the first that is still to be read. */
    private List<Long> ready(long batchId) {
        return jdbc.sql(
                        "select i.id from intake_item i where i.batch_id = :batch and i.state = 'READ' and i.problem is null"
                                + " and i.id < coalesce((select min(w.id) from intake_item w where w.batch_id = :batch"
                                + " and w.state in ('WAITING', 'READING')), 9223372036854775807) order by i.id limit :most")
                .param("batch", batchId)
                .param("most", AT_ONCE)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private boolean undecided(long batchId) {
        return any(batchId, "state = 'READ' and problem is null");
    }

    private boolean unread(long batchId) {
        return any(batchId, "state in ('WAITING', 'READING')");
    }

    private boolean any(long batchId, String condition) {
        return jdbc.sql("select exists (select 1 from intake_item where batch_id = ? and " + condition + ")")
                .param(batchId)
                .query(Boolean.class)
                .single();
    }

    /** One item that cannot be accepted must not keep the others: it is left for a person, with the cause in the log. */
    private void acceptOrLeave(IntakeBatch batch, IntakeItem item, long by) {
        try {
            accept(batch, item, by);
        } catch (RuntimeException e) {
            // the same item again when the database is back
            if (DatabaseTrouble.passes(e)) throw e;
            log.error("item {} is left for a person", item.id(), e);
            items.left(item.id(), "ACCEPTANCE_FAILED");
        }
    }

    private void accept(IntakeBatch batch, IntakeItem item, long by) {
        if (item.sheetId() != null) {
            sheets.importAll(item.sheetId(), by, batch.publish());
            items.decide(item.id(), item.version(), ItemState.READ, ItemState.CONFIRMED, null, by, null);
            return;
        }
        var left = acceptOne(item, batch.publish(), batch.acceptEffects(), by);
        if (left != null) items.left(item.id(), left);
    }

    /** @return why it was left for a person; null when accepted */
    @org.jspecify.annotations.Nullable
    String acceptOne(IntakeItem item, boolean publish, boolean withEffects, long by) {
        if (!item.certain()) return "DOUBTFUL";
        var read = readings.of(item.sha256());
        if (read.isEmpty()) return "DOUBTFUL";
        var fields = confirmation.certainFields(read.get().reading());
        if (fields.isEmpty()) return "DOUBTFUL";
        try {
            var same = confirmation.sameNumber(fields.get().number()).stream()
                    .filter(d -> !d.stub())
                    .toList();
            var facts = confirmation.facts(fields.get());
            if (same.stream().anyMatch(d -> d.facts().identityKey().equals(facts.identityKey()))) return "SAME_NUMBER";
            var accepted = withEffects ? EffectAcceptance.certain(read.get()) : List.<ProposedEffect>of();
            confirmation.confirm(item, item.version(), fields.get(), publish, null, accepted, null, by);
            return null;
        } catch (ProblemException e) {
            log.info("item {} left for a person: {}", item.id(), e.getMessage());
            return e.code();
        }
    }
}
