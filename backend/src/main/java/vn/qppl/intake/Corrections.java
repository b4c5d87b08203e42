package vn.qppl.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.document.DocumentType;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.reading.DocumentReader;
import vn.qppl.reading.Finding;
import vn.qppl.reading.Reading;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.text.Span;
import vn.qppl.text.VietnameseText;

/** Where a person confirmed another value than was read: kept as examples from which the reader's regression tests are made. */
@Component
class Corrections {
    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final OrganisationDirectory directory;
    private final Clock clock;

    Corrections(JdbcClient jdbc, OrganisationDirectory directory, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param field as the reading names it
     * @param start of the words the person pointed at, in the file's text; null where the value was typed
     * @param readValue null where nothing was read
     * @param correctedValue null where the person says that the text gives none
     */
    record ReadingCorrection(
            long id,
            long itemId,
            String sha256,
            String fileName,
            String field,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String readValue,
            @Nullable String correctedValue,
            int readerVersion,
            String by,
            Instant at) {}

    private record Pair(
            String field, @Nullable String read, @Nullable String confirmed, boolean same) {}

    /** Keeps each field whose confirmed value is another than the one read. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(IntakeItem item, Reading reading, ConfirmedFields fields, Map<String, Span> pointedAt, long by) {
        for (var pair : pairs(reading, fields)) {
            if (pair.same()) continue;
            var span = pointedAt.get(pair.field());
            jdbc.sql(
                            "insert into reading_correction (item_id, sha256, file_name, field, span_start, span_end, read_value,"
                                    + " corrected_value, reader_version, corrected_by, corrected_at)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            item.id(),
                            item.sha256(),
                            item.fileName(),
                            pair.field(),
                            span == null ? null : span.start(),
                            span == null ? null : span.end(),
                            cut(pair.read()),
                            cut(pair.confirmed()),
                            DocumentReader.VERSION,
                            by,
                            Timestamp.from(clock.instant())))
                    .update();
        }
    }

    private List<Pair> pairs(Reading r, ConfirmedFields f) {
        var pairs = new ArrayList<Pair>();
        var number = text(r.number());
        pairs.add(new Pair(
                "number", number, blankIsNull(f.number()), number == null ? blank(f.number()) : sameNumber(number, f)));
        var type = text(r.type());
        pairs.add(new Pair("type", type, f.type(), type != null && sameType(type, f.type())));
        var issuer = text(r.issuer());
        pairs.add(new Pair("issuer", issuer, issuerOf(f), issuer != null && sameIssuer(issuer, r, f)));
        plain(pairs, "title", text(r.title()), f.title());
        plain(pairs, "signer", text(r.signer()), f.signer());
        plain(pairs, "capacity", text(r.capacity()), f.capacity());
        plain(pairs, "place", text(r.place()), f.place());
        plain(pairs, "issuedOn", text(r.issuedOn()), day(f.issuedOn()));
        plain(pairs, "effectiveFrom", text(r.effectiveFrom()), day(f.effectiveFrom()));
        plain(pairs, "effectiveUntil", text(r.effectiveUntil()), day(f.effectiveUntil()));
        // nothing read is "no" on the page, which nobody had to correct
        var normative = r.normative();
        boolean readAsNormative = normative != null && normative.value();
        pairs.add(new Pair(
                "normative",
                normative == null ? null : normative.value().toString(),
                Boolean.toString(f.normative()),
                readAsNormative == f.normative()));
        return pairs;
    }

    private static void plain(List<Pair> pairs, String field, @Nullable String read, @Nullable String confirmed) {
        pairs.add(new Pair(field, read, blankIsNull(confirmed), spaced(read).equals(spaced(confirmed))));
    }

    private static boolean sameNumber(String read, ConfirmedFields fields) {
        if (blank(fields.number())) return false;
        var one = DocumentNumber.parse(read);
        var other = fields.number() == null ? one : DocumentNumber.parse(fields.number());
        return one.isPresent() ? one.equals(other) : spaced(read).equals(spaced(fields.number()));
    }

    private static boolean sameType(String read, String confirmed) {
        var type = DocumentType.named(read);
        if (type != DocumentType.named(confirmed)) return false;
        return type != DocumentType.KHAC || spaced(read).equalsIgnoreCase(spaced(confirmed));
    }

    private String issuerOf(ConfirmedFields fields) {
        var id = fields.issuerId();
        return id == null ? fields.issuerName() : directory.get(id).name();
    }

    /** The directory's name of the body that was read is no correction of it. */
    private boolean sameIssuer(String read, Reading reading, ConfirmedFields fields) {
        if (OrganisationDirectory.sameName(read, issuerOf(fields))) return true;
        var on = reading.issuedOn();
        var id = fields.issuerId();
        return on != null
                && id != null
                && directory.match(read, on.value()).filter(o -> o.id() == id).isPresent();
    }

    private static @Nullable String text(@Nullable Finding<?> finding) {
        return finding == null ? null : finding.value().toString();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static @Nullable String blankIsNull(@Nullable String value) {
        return blank(value) ? null : value;
    }

    private static String spaced(@Nullable String value) {
        return value == null
                ? ""
                : VietnameseText.nfc(value).replaceAll("\\s+", " ").strip();
    }

    private static @Nullable String cut(@Nullable String value) {
        return value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    private static final String SELECT =
            "select c.id, c.item_id, c.sha256, c.file_name, c.field, c.span_start, c.span_end, c.read_value,"
                    + " c.corrected_value, c.reader_version, p.display_name, c.corrected_at"
                    + " from reading_correction c left join person p on p.id = c.corrected_by ";

    /** Latest first, before {@code before}; {@code size + 1} at most. */
    List<ReadingCorrection> list(long before, int size) {
        return jdbc.sql(SELECT + "where c.id < ? order by c.id desc limit ?")
                .params(before, size + 1)
                .query(Corrections::correction)
                .list();
    }

    /** Files with corrections, in the order of their hashes, after {@code after}. */
    List<String> files(String after, int size) {
        return jdbc.sql("select distinct sha256 from reading_correction where sha256 > ? order by sha256 limit ?")
                .params(after, size)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Of one file, oldest first: of two on one field the later holds. */
    List<ReadingCorrection> of(String sha256) {
        return jdbc.sql(SELECT + "where c.sha256 = ? order by c.id limit 1000")
                .param(sha256)
                .query(Corrections::correction)
                .list();
    }

    private static ReadingCorrection correction(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        int start = row.getInt(6);
        boolean typed = row.wasNull();
        var by = row.getString(11);
        return new ReadingCorrection(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                typed ? null : (Integer) start,
                typed ? null : (Integer) row.getInt(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                by == null ? "" : by,
                row.getTimestamp(12).toInstant());
    }
}
