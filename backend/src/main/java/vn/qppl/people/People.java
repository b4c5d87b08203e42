package vn.qppl.people;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.audit.History;
import vn.qppl.web.ProblemException;

/** Keeping the people of the system: who they are, what for, until when. */
@Service
class People {
    private final Persons persons;
    private final OrganisationDirectory organisations;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final History history;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            Persons persons,
            OrganisationDirectory organisations,
            PasswordEncoder passwords,
            Audit audit,
            History history,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.persons = persons;
        this.organisations = organisations;
        this.passwords = passwords;
        this.audit = audit;
        this.history = history;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Person> list(String q, String after, int most) {
        var like = q.isBlank()
                ? ""
                : "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return persons.list(like, after, Limit.of(most + 1));
    }

    @Transactional(readOnly = true)
    public Person get(long id) {
        return persons.findById(id).orElseThrow(PeopleProblem.NO_SUCH_PERSON::asException);
    }

    /** @param password known to whoever creates the account, so it must be changed at the first sign-in */
    @Transactional
    public Person create(String username, String displayName, Role role, long organisationId, String password) {
        var organisation = organisations.get(organisationId);
        if (persons.findByUsername(username).isPresent()) throw taken();
        Person person;
        try {
            person = persons.saveAndFlush(new Person(
                    username,
                    displayName,
                    role,
                    organisation.id(),
                    Objects.requireNonNull(passwords.encode(password)),
                    true,
                    clock.instant()));
        } catch (DataIntegrityViolationException e) {
            throw taken(e);
        }
        audit.record(
                object(person.id()),
                "create",
                List.of(
                        Change.of("username", null, username),
                        Change.of("displayName", null, displayName),
                        Change.of("role", null, role),
                        Change.of("organisationId", null, organisationId)));
        return person;
    }

    private static ProblemException taken(Throwable... cause) {
        var problem = new ProblemException(
                PeopleProblem.USERNAME_TAKEN,
                Map.of(),
                List.of(new ProblemException.FieldProblem("/username", "username-taken")));
        for (var e : cause) problem.addSuppressed(e);
        return problem;
    }

    @Transactional
    public Person change(long id, long version, String displayName, Role role, long organisationId, boolean active) {
        var person = get(id);
        holdTo(person, version);
        organisations.get(organisationId);
        if (person.role() == Role.ADMINISTRATOR && person.isActive() && (role != Role.ADMINISTRATOR || !active))
            keepAnAdministrator();
        if (person.isActive() && (!active || person.organisationId() != organisationId))
            events.publishEvent(new PersonLeaving(id, person.organisationId()));
        audit.record(
                object(id),
                "change",
                List.of(
                        Change.of("displayName", person.displayName(), displayName),
                        Change.of("role", person.role(), role),
                        Change.of("organisationId", person.organisationId(), organisationId),
                        Change.of("active", person.isActive(), active)));
        person.rename(displayName);
        person.move(role, organisationId);
        if (person.isActive() && !active) person.deactivate();
        if (!person.isActive() && active) person.reactivate();
        return persons.saveAndFlush(person);
    }

    @Transactional
    public Person deactivate(long id, long version) {
        var person = get(id);
        return change(id, version, person.displayName(), person.role(), person.organisationId(), false);
    }

    @Transactional
    public void resetPassword(long id, String password) {
        var person = get(id);
        person.password(Objects.requireNonNull(passwords.encode(password)), false);
        audit.record(object(id), "reset-password", List.of());
    }

    private void keepAnAdministrator() {
        // holds the rows, so that two administrators cannot each take the other's role at once
        var administrators = jdbc.sql("select id from person where role = 'ADMINISTRATOR' and active for update")
                .query(Long.class)
                .list();
        if (administrators.size() < 2) throw PeopleProblem.LAST_ADMINISTRATOR.asException();
    }

    private void holdTo(Person person, long version) {
        if (person.version() != version)
            throw PeopleProblem.PERSON_CHANGED.with(history.conflict(object(person.id()), person.version()));
    }

    static String object(long id) {
        return "person:" + id;
    }
}
