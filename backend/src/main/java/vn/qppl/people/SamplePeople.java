package vn.qppl.people;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import vn.qppl.audit.Actor;
import vn.qppl.database.DataFolder;
import vn.qppl.web.Permission;

/**
 * Acting in the name of the sample's invented people, so that what the sample shows came about as work does: with their rights, on record as
 * theirs. Refuses where the installation is not a sample.
 */
@Component
public class SamplePeople {
    private final Persons persons;
    private final JdbcClient jdbc;
    private final DataFolder data;
    private final boolean sample;

    SamplePeople(Persons persons, JdbcClient jdbc, DataFolder data, @Value("${qppl.sample}") boolean sample) {
        this.persons = persons;
        this.jdbc = jdbc;
        this.data = data;
        this.sample = sample;
    }

    /** Whether this installation began with the sample. */
    public boolean areHere() {
        return sample && Files.exists(data.path().resolve("sample"));
    }

    public Optional<SignedIn> named(String username) {
        return people("username = ?", username).stream().findFirst();
    }

    /** The first of an organisation who may, other than one. */
    public Optional<SignedIn> of(long organisationId, Permission permission, @Nullable Long other) {
        return people("organisation_id = ?", organisationId).stream()
                .filter(person -> person.may(permission) && (other == null || person.id() != other))
                .findFirst();
    }

    private List<SignedIn> people(String where, Object value) {
        if (!areHere()) return List.of();
        return jdbc
                .sql("select id from person where " + where + " and active order by id limit 100")
                .param(value)
                .query((row, n) -> row.getLong(1))
                .list()
                .stream()
                .map(id -> persons.findById(id).orElseThrow().signedIn())
                .toList();
    }

    /** As if this person sat at the keyboard. */
    public <T> T as(SignedIn person, Callable<T> work) {
        if (!areHere()) throw new IllegalStateException("not a sample installation");
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(SecurityOfPeople.authentication(person)));
        try {
            return Actor.as(person.id(), work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
