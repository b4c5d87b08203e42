package vn.qppl.intake;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Signed files that other modules hand in: they come into the register as any received file does, read by the machine, confirmed by a person. */
@Service
public class SignedFiles {
    private final IntakeBatches batches;
    private final IntakeItems items;
    private final IntakeWorker worker;
    private final Clock clock;

    SignedFiles(IntakeBatches batches, IntakeItems items, IntakeWorker worker, Clock clock) {
        this.batches = batches;
        this.items = items;
        this.worker = worker;
        this.clock = clock;
    }

    /** In the caller's transaction; bytes that lie in the file store already. One batch a month and person keeps the list short. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handIn(String sha256, String fileName, long size, long by) {
        var month = LocalDate.now(clock);
        var name = "Văn bản đã ký từ hồ sơ soạn thảo, tháng %d/%d".formatted(month.getMonthValue(), month.getYear());
        var batch = batches.sameImport(name, null, by).orElseGet(() -> batches.open(name, null, false, false, by));
        items.add(batch.id(), sha256, fileName, size);
        batches.wake(batch.id());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.wake();
            }
        });
    }
}
