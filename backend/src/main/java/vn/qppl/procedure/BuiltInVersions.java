package vn.qppl.procedure;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** At the start: checks the procedures that come with the software, and enters those that are new or have changed. */
@Component
class BuiltInVersions implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(BuiltInVersions.class);

    private final VersionStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BuiltInVersions(
            VersionStore store, org.springframework.transaction.PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @throws IllegalStateException naming every mistake; the application does not start */
    @Override
    public void afterSingletonsInstantiated() {
        for (var text : BuiltIn.procedures()) {
            try {
                transaction.executeWithoutResult(status -> enter(text));
            } catch (DuplicateKeyException e) {
                // another node was faster
                log.debug("{} was entered meanwhile", text.procedure().code());
            }
        }
        for (var head : store.current()) {
            try {
                store.version(head);
            } catch (ProcedureReader.Mistaken e) {
                log.error(
                        "procedure {} version {} cannot be read any more: {}",
                        head.code(),
                        head.number(),
                        e.mistakes());
            }
        }
    }

    void enter(BuiltIn.Text text) {
        var code = text.procedure().code();
        if (store.newestBuiltIn(code).filter(text.yaml()::equals).isPresent()) return;
        boolean corrected = store.current(code).filter(head -> !head.builtIn()).isPresent();
        store.add(
                code,
                true,
                !corrected,
                text.yaml(),
                "Bản kèm phần mềm, lần " + text.procedure().edition(),
                null,
                clock.instant());
        if (corrected) log.warn("procedure {} has a new edition; the administrator's correction stays in use", code);
    }
}
