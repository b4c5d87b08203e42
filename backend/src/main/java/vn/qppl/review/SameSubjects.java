package vn.qppl.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.people.Organisation;
import vn.qppl.people.OrganisationDirectory;

/** Texts of the bodies that an issuer took over from: candidates for the same subject after a merger. */
@Component
class SameSubjects {
    private static final int MOST = 5000;

    private final OrganisationDirectory directory;
    private final Register register;
    private final JdbcClient jdbc;

    SameSubjects(OrganisationDirectory directory, Register register, JdbcClient jdbc) {
        this.directory = directory;
        this.register = register;
        this.jdbc = jdbc;
    }

    List<LegalDocument> of(LegalDocument changed, @Nullable LegalDocument cause, @Nullable Long only) {
        var bodies = new LinkedHashSet<Long>();
        for (var document : cause == null ? List.of(changed) : List.of(changed, cause))
            if (document.level() != IssuerLevel.CENTRAL && document.issuerId() != null)
                directory.predecessors(document.issuerId()).stream()
                        .map(Organisation::id)
                        .forEach(bodies::add);
        if (bodies.isEmpty()) return List.of();
        var ids = jdbc.sql("select id from legal_document where issuer_id in (:bodies) and normative and not stub"
                        + (only == null ? "" : " and id = " + only) + " order by id limit " + MOST)
                .param("bodies", bodies)
                .query((row, n) -> row.getLong(1))
                .list();
        return new ArrayList<>(
                register.byId(ids).values().stream().filter(Objects::nonNull).toList());
    }
}
