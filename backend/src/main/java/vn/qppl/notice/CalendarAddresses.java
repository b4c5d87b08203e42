package vn.qppl.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;

/**
 * The addresses of people's calendars. An address is a secret of 256 random bits, shown once; kept is its hash, so that whoever reads the
 * database cannot read the calendars. A new one, or taking it back, ends the old one at once; so does the end of a person's account.
 */
@Service
class CalendarAddresses {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    CalendarAddresses(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    record Owner(long personId, long organisationId) {}

    /** When the address that holds now was made; empty for none. */
    Optional<Instant> madeAt(long personId) {
        return jdbc.sql("select made_at from calendar_address where person_id = ?")
                .param(personId)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    @Transactional
    public String make(long personId) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into calendar_address (person_id, token_sha256, made_at) values (?, ?, ?)"
                        + " on duplicate key update token_sha256 = values(token_sha256), made_at = values(made_at)")
                .params(personId, sha256(token), Timestamp.from(clock.instant()))
                .update();
        audit.record("person:" + personId, "make-calendar-address", List.of());
        return token;
    }

    /** Also where there is none. */
    @Transactional
    public void revoke(long personId) {
        int gone = jdbc.sql("delete from calendar_address where person_id = ?")
                .param(personId)
                .update();
        if (gone > 0)
            audit.record("person:" + personId, "revoke-calendar-address", List.of(Change.of("address", "***", null)));
    }

    /** Empty for an address that holds no more, and for one whose owner's account ended. */
    Optional<Owner> owner(String token) {
        return jdbc.sql("select p.id, p.organisation_id from calendar_address a join person p on p.id = a.person_id"
                        + " where a.token_sha256 = ? and p.active")
                .param(sha256(token))
                .query((row, n) -> new Owner(row.getLong(1), row.getLong(2)))
                .optional();
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
