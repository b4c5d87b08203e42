package vn.qppl.people;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.audit.Audit;
import vn.qppl.audit.Audit.Change;
import vn.qppl.audit.History;
import vn.qppl.web.ProblemException;

/** Keeping the organisations: their names, levels and places in time, and who took over from whom. */
@Service
class Organisations {
    /** The end of what has no end yet. */
    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final OrganisationDirectory directory;
    private final Audit audit;
    private final History history;

    Organisations(JdbcClient jdbc, OrganisationDirectory directory, Audit audit, History history) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.audit = audit;
        this.history = history;
    }

    /** @param validTo first day on which it no longer exists; {@link #OPEN} while it does */
    record Facts(
            String name,
            @Nullable String shortName,
            String kind,
            OrganisationLevel level,
            @Nullable String placeCode,
            @Nullable String placeName,
            @Nullable String identifierCode,
            @Nullable Long parentId,
            LocalDate validFrom,
            LocalDate validTo,
            List<Long> predecessors) {}

    record Filter(
            String q,
            @Nullable OrganisationLevel level,
            @Nullable LocalDate on) {}

    /** By name, then id; {@code after} is the id of the last one seen. One more than asked for. */
    List<Organisation> list(Filter filter, long after, int most) {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        if (after > 0) {
            var last = directory.get(after);
            where.add("(name, id) > (?, ?)");
            values.add(last.name());
            values.add(after);
        }
        if (!filter.q().isBlank()) {
            where.add("match_key like ?");
            values.add("%" + OrganisationDirectory.matchKey(filter.q()) + "%");
        }
        if (filter.level() != null) {
            where.add("level = ?");
            values.add(filter.level().name());
        }
        if (filter.on() != null) {
            where.add("valid_from <= ? and valid_to > ?");
            values.add(Date.valueOf(filter.on()));
            values.add(Date.valueOf(filter.on()));
        }
        return jdbc.sql("select " + OrganisationDirectory.COLUMNS + " from organisation"
                        + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                        + " order by name, id limit " + (most + 1))
                .params(values)
                .query(OrganisationDirectory::organisation)
                .list();
    }

    List<Organisation> predecessors(long id) {
        return directory.predecessors(id);
    }

    @Transactional
    public long create(Facts facts) {
        check(facts);
        directory.forget();
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into organisation (version, name, short_name, kind, level, place_code, place_name, identifier_code,
                            parent_id, match_key, valid_from, valid_to) values (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(values(facts)).update(key, "id");
        long id = java.util.Objects.requireNonNull(key.getKey()).longValue();
        succeed(id, facts);
        audit.record("organisation:" + id, "create", changes(null, facts));
        return id;
    }

    @Transactional
    public void change(long id, long version, Facts facts) {
        check(facts);
        directory.forget();
        var old = directory.get(id);
        var before = new Facts(
                old.name(),
                old.shortName(),
                old.kind(),
                old.level(),
                old.placeCode(),
                old.placeName(),
                identifierCode(id),
                old.parentId(),
                old.validFrom(),
                old.validTo(),
                predecessors(id).stream().map(Organisation::id).toList());
        var values = values(facts);
        values.add(id);
        values.add(version);
        int changed = jdbc.sql("""
                        update organisation set version = version + 1, name = ?, short_name = ?, kind = ?, level = ?, place_code = ?,
                            place_name = ?, identifier_code = ?, parent_id = ?, match_key = ?, valid_from = ?, valid_to = ?
                        where id = ? and version = ?""").params(values).update();
        if (changed == 0)
            throw PeopleProblem.ORGANISATION_CHANGED.with(history.conflict("organisation:" + id, old.version()));
        jdbc.sql("delete from organisation_succession where successor_id = ?")
                .param(id)
                .update();
        succeed(id, facts);
        audit.record("organisation:" + id, "change", changes(before, facts));
    }

    @Nullable
    String identifierCode(long id) {
        return jdbc.sql("select coalesce(identifier_code, '') from organisation where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .filter(code -> !code.isEmpty())
                .orElse(null);
    }

    private void succeed(long id, Facts facts) {
        for (var predecessor : facts.predecessors()) {
            directory.get(predecessor);
            jdbc.sql("insert into organisation_succession (predecessor_id, successor_id, since) values (?, ?, ?)")
                    .params(predecessor, id, Date.valueOf(facts.validFrom()))
                    .update();
        }
    }

    private void check(Facts facts) {
        if (!facts.validFrom().isBefore(facts.validTo()))
            throw new ProblemException(
                    PeopleProblem.ENDS_BEFORE_IT_BEGINS,
                    Map.of(),
                    List.of(new ProblemException.FieldProblem("/validTo", "ends-before-it-begins")));
        if (facts.parentId() != null) directory.get(facts.parentId());
    }

    private static ArrayList<@Nullable Object> values(Facts facts) {
        var values = new ArrayList<@Nullable Object>();
        values.add(facts.name());
        values.add(facts.shortName());
        values.add(facts.kind());
        values.add(facts.level().name());
        values.add(facts.placeCode());
        values.add(facts.placeName());
        values.add(facts.identifierCode());
        values.add(facts.parentId());
        values.add(OrganisationDirectory.matchKey(facts.name()));
        values.add(Date.valueOf(facts.validFrom()));
        values.add(Date.valueOf(facts.validTo()));
        return values;
    }

    private static List<Change> changes(@Nullable Facts old, Facts now) {
        return List.of(
                Change.of("name", old == null ? null : old.name(), now.name()),
                Change.of("shortName", old == null ? null : old.shortName(), now.shortName()),
                Change.of("kind", old == null ? null : old.kind(), now.kind()),
                Change.of("level", old == null ? null : old.level(), now.level()),
                Change.of("placeCode", old == null ? null : old.placeCode(), now.placeCode()),
                Change.of("placeName", old == null ? null : old.placeName(), now.placeName()),
                Change.of("identifierCode", old == null ? null : old.identifierCode(), now.identifierCode()),
                Change.of("parentId", old == null ? null : old.parentId(), now.parentId()),
                Change.of("validFrom", old == null ? null : old.validFrom(), now.validFrom()),
                Change.of("validTo", old == null ? null : old.validTo(), now.validTo()),
                Change.of("predecessors", old == null ? List.of() : old.predecessors(), now.predecessors()));
    }
}
