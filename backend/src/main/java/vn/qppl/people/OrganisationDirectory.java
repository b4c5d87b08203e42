package vn.qppl.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.qppl.web.Permission;
import vn.qppl.web.ProblemException;

/** Finding organisations: by id, by what a text calls them on a day, by who follows whom. */
@Component
public class OrganisationDirectory {
    static final String COLUMNS =
            "id, version, name, short_name, kind, level, place_code, place_name, parent_id, valid_from, valid_to";

    /** Who of several nodes did not make a change knows of it so much later. */
    private static final Duration LONGEST_BEHIND = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    /** Bodies by what they are called. A folder of texts names the same few hundred times over. */
    private final Cache<String, List<Organisation>> named = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(LONGEST_BEHIND)
            .build();

    OrganisationDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Organisations changed, or are about to in this transaction. */
    void forget() {
        named.invalidateAll();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                named.invalidateAll();
            }
        });
    }

    /** @throws ProblemException {@link PeopleProblem#NO_SUCH_ORGANISATION} */
    public Organisation get(long id) {
        return jdbc.sql("select " + COLUMNS + " from organisation where id = ?")
                .param(id)
                .query(OrganisationDirectory::organisation)
                .optional()
                .orElseThrow(PeopleProblem.NO_SUCH_ORGANISATION::asException);
    }

    /** The one body that bore this name on that day, however its kind is abbreviated; empty for none and for more than one. */
    public Optional<Organisation> match(String nameAsRead, LocalDate on) {
        var found = named.get(matchKey(nameAsRead), this::called).stream()
                .filter(o -> !o.validFrom().isAfter(on) && o.validTo().isAfter(on))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<Organisation> called(String matchKey) {
        return jdbc.sql("select " + COLUMNS + " from organisation where match_key = ? order by id limit 500")
                .param(matchKey)
                .query(OrganisationDirectory::organisation)
                .list();
    }

    /** Who took over from a body, the latest of the line; empty while it exists. */
    public List<Organisation> successors(long id) {
        return jdbc.sql(
                        "select o.id, o.version, o.name, o.short_name, o.kind, o.level, o.place_code, o.place_name, o.parent_id,"
                                + " o.valid_from, o.valid_to from organisation o join organisation_succession s on s.successor_id = o.id"
                                + " where s.predecessor_id = ? order by o.id limit 20")
                .param(id)
                .query(OrganisationDirectory::organisation)
                .list();
    }

    /** Whose work a body took over, by id; at most fifty. */
    public List<Organisation> predecessors(long id) {
        return jdbc.sql(
                        "select o.id, o.version, o.name, o.short_name, o.kind, o.level, o.place_code, o.place_name, o.parent_id,"
                                + " o.valid_from, o.valid_to from organisation o join organisation_succession s on s.predecessor_id = o.id"
                                + " where s.successor_id = ? order by o.id limit 50")
                .param(id)
                .query(OrganisationDirectory::organisation)
                .list();
    }

    /** The bodies of a place at a level, whenever they existed, by id; at most five hundred. */
    public List<Organisation> ofPlace(OrganisationLevel level, String placeCode) {
        return jdbc.sql("select " + COLUMNS
                        + " from organisation where level = ? and place_code = ? order by id limit 500")
                .params(level.name(), placeCode)
                .query(OrganisationDirectory::organisation)
                .list();
    }

    /** Display name of a person; an empty string for one who is not known. */
    public String personName(long personId) {
        return jdbc.sql("select display_name from person where id = ?")
                .param(personId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Someone of an organisation who can be given work. */
    public record Colleague(long id, String displayName, long organisationId) {}

    /** The active people of an organisation whose role allows it, by name; at most five hundred. */
    public List<Colleague> colleagues(long organisationId, Permission permission) {
        return jdbc
                .sql("select id, display_name, organisation_id, role from person where organisation_id = ? and active"
                        + " order by display_name, id limit 500")
                .param(organisationId)
                .query((row, n) -> new RoledColleague(
                        Role.valueOf(row.getString("role")),
                        new Colleague(
                                row.getLong("id"), row.getString("display_name"), row.getLong("organisation_id"))))
                // a stream of the query itself would hold its connection until closed
                .list()
                .stream()
                .filter(found -> found.role().permissions().contains(permission))
                .map(RoledColleague::colleague)
                .toList();
    }

    private record RoledColleague(Role role, Colleague colleague) {}

    /** Id of the active person with this user name. */
    public Optional<Long> personNamed(String username) {
        return jdbc.sql("select id from person where username = ? and active")
                .param(username)
                .query(Long.class)
                .optional();
    }

    /**
     * Whether this person's role allows it. An administrator may for others what nobody of the installation may yet: one that began empty
     * has nobody else.
     */
    public boolean may(long personId, Permission permission) {
        var role = Role.valueOf(jdbc.sql("select role from person where id = ?")
                .param(personId)
                .query(String.class)
                .single());
        if (role.permissions().contains(permission)) return true;
        if (role != Role.ADMINISTRATOR) return false;
        return jdbc.sql("select distinct role from person where active").query(String.class).list().stream()
                .noneMatch(held -> Role.valueOf(held).permissions().contains(permission));
    }

    /** Whether two spellings name one body. */
    public static boolean sameName(String one, String other) {
        return matchKey(one).equals(matchKey(other));
    }

    /** One spelling for what letterheads, signatures and spreadsheets write: "UBND tỉnh Kon Tum", "ỦY BAN NHÂN DÂN TỈNH KON TUM". */
    static String matchKey(String name) {
        var key = vn.qppl.text.VietnameseText.fold(name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\d]+", " ")
                .strip();
        key = key.replaceFirst("^ubnd ", "uy ban nhan dan ").replaceFirst("^hdnd ", "hoi dong nhan dan ");
        return key.replaceFirst("^(chu tich )ubnd ", "$1uy ban nhan dan ").replaceFirst(" tp ", " thanh pho ");
    }

    static Organisation organisation(ResultSet row, int n) throws SQLException {
        long parent = row.getLong("parent_id");
        boolean root = row.wasNull();
        return new Organisation(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("kind"),
                OrganisationLevel.valueOf(row.getString("level")),
                row.getString("place_code"),
                row.getString("place_name"),
                root ? null : parent,
                row.getDate("valid_from").toLocalDate(),
                row.getDate("valid_to").toLocalDate());
    }
}
