package vn.qppl.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Seals every few seconds. Each node tries; the chain's head lets one at a time. */
@Component
@EnableScheduling
class Sealer {
    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    private final Seals seals;

    Sealer(Seals seals) {
        this.seals = seals;
    }

    @Scheduled(fixedDelay = 5000, initialDelay = 5000)
    void sealOn() {
        try {
            int sealed;
            do sealed = seals.seal();
            while (sealed > 0);
        } catch (DataAccessException | TransactionException e) {
            log.warn("sealing waits for the database: {}", e.getMessage());
        }
    }
}
