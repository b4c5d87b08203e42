package vn.qppl.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.audit.Actor;
import vn.qppl.audit.Audit;
import vn.qppl.database.DataFolder;
import vn.qppl.web.ProblemException;

/** Proving who one is: by password, or by the command token of the data folder. */
@Service
class SigningIn {
    private final Persons persons;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final DataFolder data;
    private final Clock clock;
    private final String nobodysHash;

    SigningIn(Persons persons, PasswordEncoder passwords, Audit audit, DataFolder data, Clock clock) {
        this.persons = persons;
        this.passwords = passwords;
        this.audit = audit;
        this.data = data;
        this.clock = clock;
        this.nobodysHash = Objects.requireNonNull(passwords.encode("nobody has this password"));
    }

    /**
     * @throws ProblemException {@link PeopleProblem#BAD_CREDENTIALS}, the same for unknown, deactivated and wrong;
     *     {@link PeopleProblem#LOCKED} while the delay after wrong passwords runs
     */
    @Transactional(noRollbackFor = ProblemException.class)
    public Person signIn(String username, String password) {
        var found = persons.lockByUsername(username);
        if (found.isEmpty()) {
            passwords.matches(password, nobodysHash); // takes as long as for a name that exists
            throw PeopleProblem.BAD_CREDENTIALS.asException();
        }
        var person = found.get();
        var now = clock.instant();
        var wait = person.wait(now);
        if (wait.isPositive()) throw locked(wait);
        if (!passwords.matches(password, person.passwordHash())) {
            person.refuse(now);
            var delay = person.wait(now);
            audit.record("person:" + person.id(), "sign-in-refused", List.of(), null);
            throw delay.isPositive() ? locked(delay) : PeopleProblem.BAD_CREDENTIALS.asException();
        }
        if (!person.isActive()) throw PeopleProblem.BAD_CREDENTIALS.asException();
        person.admit();
        audit.record("person:" + person.id(), "sign-in", List.of(), person.id());
        return person;
    }

    private static ProblemException locked(Duration wait) {
        return PeopleProblem.LOCKED.with(Map.of("retryAfterSeconds", wait.toSeconds() + 1));
    }

    /** The administrator that a command of this machine acts as. */
    @Transactional(readOnly = true)
    public Person byToken(String token) {
        boolean right = MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8),
                data.secret("command-token").getBytes(StandardCharsets.UTF_8));
        if (!right) throw PeopleProblem.BAD_CREDENTIALS.asException();
        return persons.findFirstByRoleAndActiveTrueOrderById(Role.ADMINISTRATOR)
                .orElseThrow(PeopleProblem.NO_SUCH_PERSON::asException);
    }

    /** Someone changes their own password. */
    @Transactional(noRollbackFor = ProblemException.class)
    public void changeOwnPassword(long id, String old, String now) {
        var person = persons.findById(id).orElseThrow(PeopleProblem.NO_SUCH_PERSON::asException);
        var wait = person.wait(clock.instant());
        if (wait.isPositive()) throw locked(wait);
        if (!passwords.matches(old, person.passwordHash())) {
            person.refuse(clock.instant());
            throw new ProblemException(
                    PeopleProblem.WRONG_PASSWORD,
                    Map.of(),
                    List.of(new ProblemException.FieldProblem("/old", "wrong-password")));
        }
        person.password(Objects.requireNonNull(passwords.encode(now)), true);
        audit.record(
                "person:" + id, "change-password", List.of(), Actor.current().orElse(id));
    }
}
