package vn.qppl.people;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** Someone who signs in. Never deleted: what they did stays theirs. */
@Entity
@Table(name = "person")
class Person {
    /** Wrong passwords in a row that cost nothing yet. */
    static final int FREE_ATTEMPTS = 3;

    private static final Duration FIRST_DELAY = Duration.ofSeconds(15);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String username;
    private String displayName;

    @OptimisticLock(excluded = true)
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private long organisationId;
    private boolean active;

    @OptimisticLock(excluded = true)
    private boolean mustChangePassword;

    @OptimisticLock(excluded = true)
    private int failedAttempts;

    @OptimisticLock(excluded = true)
    private @Nullable Instant lockedUntil;

    private Instant createdAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Person() {}

    Person(
            String username,
            String displayName,
            Role role,
            long organisationId,
            String passwordHash,
            boolean mustChangePassword,
            Instant now) {
        this.username = username;
        this.displayName = displayName;
        this.role = role;
        this.organisationId = organisationId;
        this.passwordHash = passwordHash;
        this.mustChangePassword = mustChangePassword;
        this.active = true;
        this.createdAt = now;
    }

    /** How long this person may not try again; zero when they may. */
    Duration wait(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now) ? Duration.between(now, lockedUntil) : Duration.ZERO;
    }

    /** A wrong password. From the fourth in a row on, each doubles the time until the next may be tried. */
    void refuse(Instant now) {
        failedAttempts++;
        if (failedAttempts <= FREE_ATTEMPTS) return;
        int doublings = Math.min(failedAttempts - FREE_ATTEMPTS - 1, 20);
        var delay = FIRST_DELAY.multipliedBy(1L << doublings);
        lockedUntil = now.plus(delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY);
    }

    void admit() {
        failedAttempts = 0;
        lockedUntil = null;
    }

    void rename(String displayName) {
        this.displayName = displayName;
    }

    void move(Role role, long organisationId) {
        this.role = role;
        this.organisationId = organisationId;
    }

    void deactivate() {
        active = false;
    }

    void reactivate() {
        active = true;
        admit();
    }

    /** @param byThemselves otherwise someone else knows it and it must be changed at the next sign-in */
    void password(String hash, boolean byThemselves) {
        passwordHash = hash;
        mustChangePassword = !byThemselves;
        admit();
    }

    long id() {
        if (id == null) throw new IllegalStateException("not stored yet");
        return id;
    }

    long version() {
        return version;
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    String passwordHash() {
        return passwordHash;
    }

    Role role() {
        return role;
    }

    long organisationId() {
        return organisationId;
    }

    boolean isActive() {
        return active;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    SignedIn signedIn() {
        return new SignedIn(id(), username, displayName, role.name(), organisationId, role.permissions());
    }
}
