package vn.qppl.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bodies of the sample: Kon Tum with its districts and communes until 30 June 2025, the province it then joined, and the central
 * bodies whose documents a province cites. Days of founding are the province's own where nothing better is known: data to correct.
 */
@Component
class KonTum {
    /** Nghị quyết 202/2025/QH15: provinces merged; Luật 72/2025/QH15: no districts from this day. */
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);

    private static final LocalDate FOUNDED = LocalDate.of(1991, 10, 1);
    private static final LocalDate QUANG_NGAI_FOUNDED = LocalDate.of(1989, 7, 1);
    /** Nghị quyết 176/2025/QH15: the Government's new set of ministries. */
    private static final LocalDate MINISTRIES_MERGED = LocalDate.of(2025, 3, 1);

    /** Luật 72/2025/QH15: communes have departments of their own since the districts ended. */
    static final String WARD_OFFICE = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Kon Tum";

    private static final LocalDate OLDEST = LocalDate.of(1945, 9, 2);

    private static final List<String> DEPARTMENTS = List.of(
            "Sở Tư pháp",
            "Sở Nội vụ",
            "Sở Tài chính",
            "Sở Kế hoạch và Đầu tư",
            "Sở Xây dựng",
            "Sở Giao thông vận tải",
            "Sở Tài nguyên và Môi trường",
            "Sở Nông nghiệp và Phát triển nông thôn",
            "Sở Công Thương",
            "Sở Khoa học và Công nghệ",
            "Sở Thông tin và Truyền thông",
            "Sở Văn hóa, Thể thao và Du lịch",
            "Sở Giáo dục và Đào tạo",
            "Sở Y tế",
            "Sở Lao động - Thương binh và Xã hội",
            "Sở Ngoại vụ");

    private static final List<String> STATE = List.of(
            "Quốc hội",
            "Ủy ban Thường vụ Quốc hội",
            "Chủ tịch nước",
            "Chính phủ",
            "Thủ tướng Chính phủ",
            "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
            "Chánh án Tòa án nhân dân tối cao",
            "Viện trưởng Viện kiểm sát nhân dân tối cao",
            "Tổng Kiểm toán nhà nước");

    private static final List<String> MINISTRIES = List.of(
            "Bộ Quốc phòng",
            "Bộ Công an",
            "Bộ Ngoại giao",
            "Bộ Tư pháp",
            "Bộ Tài chính",
            "Bộ Công Thương",
            "Bộ Xây dựng",
            "Bộ Văn hóa, Thể thao và Du lịch",
            "Bộ Khoa học và Công nghệ",
            "Bộ Giáo dục và Đào tạo",
            "Bộ Y tế",
            "Bộ Nội vụ",
            "Ngân hàng Nhà nước Việt Nam",
            "Thanh tra Chính phủ",
            "Văn phòng Chính phủ");

    /** Each with the ministry that took over its work. */
    private static final Map<String, String> MERGED_MINISTRIES = Map.of(
            "Bộ Kế hoạch và Đầu tư", "Bộ Tài chính",
            "Bộ Giao thông vận tải", "Bộ Xây dựng",
            "Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ",
            "Bộ Lao động - Thương binh và Xã hội", "Bộ Nội vụ",
            "Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Nông nghiệp và Môi trường",
            "Bộ Tài nguyên và Môi trường", "Bộ Nông nghiệp và Môi trường",
            "Ủy ban Dân tộc", "Bộ Dân tộc và Tôn giáo");

    private final Organisations organisations;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    KonTum(Organisations organisations, JdbcClient jdbc, JsonMapper json) {
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return ids of the organisations by name */
    @Transactional
    public Map<String, Long> load() {
        var ids = new HashMap<String, Long>();
        central(ids);
        province("tỉnh Kon Tum", "62", "Kon Tum", FOUNDED, MERGER, ids);
        province("tỉnh Quảng Ngãi", "51", "Quảng Ngãi", QUANG_NGAI_FOUNDED, Organisations.OPEN, ids);
        for (var entry : Map.copyOf(ids).entrySet()) {
            var heir = ids.get(entry.getKey().replace("Kon Tum", "Quảng Ngãi"));
            if (heir != null && !heir.equals(entry.getValue())) succeed(entry.getValue(), heir, MERGER);
        }
        for (var district : units().path("Districts")) district(district, ids);
        ward(ids);
        return ids;
    }

    private void central(Map<String, Long> ids) {
        for (var name : STATE)
            add(ids, name, null, "CENTRAL", OrganisationLevel.CENTRAL, null, null, null, OLDEST, Organisations.OPEN);
        for (var name : MINISTRIES)
            add(ids, name, null, "MINISTRY", OrganisationLevel.CENTRAL, null, null, null, OLDEST, Organisations.OPEN);
        for (var name : List.of("Bộ Nông nghiệp và Môi trường", "Bộ Dân tộc và Tôn giáo"))
            add(
                    ids,
                    name,
                    null,
                    "MINISTRY",
                    OrganisationLevel.CENTRAL,
                    null,
                    null,
                    null,
                    MINISTRIES_MERGED,
                    Organisations.OPEN);
        for (var merged : new java.util.TreeMap<>(MERGED_MINISTRIES).entrySet()) {
            long old = add(
                    ids,
                    merged.getKey(),
                    null,
                    "MINISTRY",
                    OrganisationLevel.CENTRAL,
                    null,
                    null,
                    null,
                    OLDEST,
                    MINISTRIES_MERGED);
            succeed(old, id(ids, merged.getValue()), MINISTRIES_MERGED);
        }
    }

    private void province(String name, String code, String place, LocalDate from, LocalDate to, Map<String, Long> ids) {
        var level = OrganisationLevel.PROVINCE;
        add(ids, "Hội đồng nhân dân " + name, "HĐND tỉnh", "COUNCIL", level, code, place, null, from, to);
        add(
                ids,
                "Thường trực Hội đồng nhân dân " + name,
                null,
                "COUNCIL_BODY",
                level,
                code,
                place,
                id(ids, "Hội đồng nhân dân " + name),
                from,
                to);
        for (var board : List.of("Ban Pháp chế", "Ban Kinh tế - Ngân sách", "Ban Văn hóa - Xã hội", "Ban Dân tộc"))
            add(
                    ids,
                    board + " Hội đồng nhân dân " + name,
                    null,
                    "COUNCIL_BODY",
                    level,
                    code,
                    place,
                    id(ids, "Hội đồng nhân dân " + name),
                    from,
                    to);
        add(
                ids,
                "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân " + name,
                null,
                "OFFICE",
                level,
                code,
                place,
                id(ids, "Hội đồng nhân dân " + name),
                from,
                to);
        long committee =
                add(ids, "Ủy ban nhân dân " + name, "UBND tỉnh", "COMMITTEE", level, code, place, null, from, to);
        add(ids, "Chủ tịch Ủy ban nhân dân " + name, null, "CHAIRMAN", level, code, place, committee, from, to);
        add(ids, "Văn phòng Ủy ban nhân dân " + name, null, "OFFICE", level, code, place, committee, from, to);
        for (var department : DEPARTMENTS)
            add(ids, department + " " + name, null, "DEPARTMENT", level, code, place, committee, from, to);
        add(ids, "Thanh tra " + name, null, "DEPARTMENT", level, code, place, committee, from, to);
        add(ids, "Ban Dân tộc " + name, null, "DEPARTMENT", level, code, place, committee, from, to);
    }

    private void district(JsonNode unit, Map<String, Long> ids) {
        var name = lowerFirst(unit.path("Name").asString());
        var code = unit.path("Id").asString();
        var place = unit.path("Name").asString();
        var level = OrganisationLevel.DISTRICT;
        long above = id(ids, "Ủy ban nhân dân tỉnh Kon Tum");
        add(ids, "Hội đồng nhân dân " + name, null, "COUNCIL", level, code, place, null, FOUNDED, MERGER);
        long committee =
                add(ids, "Ủy ban nhân dân " + name, null, "COMMITTEE", level, code, place, above, FOUNDED, MERGER);
        add(ids, "Chủ tịch Ủy ban nhân dân " + name, null, "CHAIRMAN", level, code, place, committee, FOUNDED, MERGER);
        add(ids, "Phòng Tư pháp " + name, null, "DEPARTMENT", level, code, place, committee, FOUNDED, MERGER);
        for (var commune : unit.path("Wards")) commune(commune, committee, ids);
    }

    /** One commune of today's, with the bodies that its own documents need. */
    private void ward(Map<String, Long> ids) {
        var name = "phường Kon Tum";
        var code = "23293";
        var place = "Phường Kon Tum";
        var level = OrganisationLevel.COMMUNE;
        var open = Organisations.OPEN;
        long above = id(ids, "Ủy ban nhân dân tỉnh Quảng Ngãi");
        add(ids, "Hội đồng nhân dân " + name, null, "COUNCIL", level, code, place, null, MERGER, open);
        long committee =
                add(ids, "Ủy ban nhân dân " + name, null, "COMMITTEE", level, code, place, above, MERGER, open);
        add(ids, WARD_OFFICE, null, "OFFICE", level, code, place, committee, MERGER, open);
        for (var department : List.of("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội"))
            add(ids, department + " " + name, null, "DEPARTMENT", level, code, place, committee, MERGER, open);
    }

    private void commune(JsonNode unit, long district, Map<String, Long> ids) {
        var name = lowerFirst(unit.path("Name").asString());
        var code = unit.path("Id").asString();
        var place = unit.path("Name").asString();
        var level = OrganisationLevel.COMMUNE;
        // many names occur in two districts: the map keeps the last, nothing asks it for communes
        add(ids, "Hội đồng nhân dân " + name, null, "COUNCIL", level, code, place, null, FOUNDED, MERGER);
        add(ids, "Ủy ban nhân dân " + name, null, "COMMITTEE", level, code, place, district, FOUNDED, MERGER);
    }

    private long add(
            Map<String, Long> ids,
            String name,
            @Nullable String shortName,
            String kind,
            OrganisationLevel level,
            @Nullable String code,
            @Nullable String place,
            @Nullable Long parent,
            LocalDate from,
            LocalDate to) {
        long id = organisations.create(
                new Organisations.Facts(name, shortName, kind, level, code, place, null, parent, from, to, List.of()));
        ids.put(name, id);
        return id;
    }

    private void succeed(long predecessor, long successor, LocalDate since) {
        jdbc.sql("insert into organisation_succession (predecessor_id, successor_id, since) values (?, ?, ?)")
                .params(predecessor, successor, Date.valueOf(since))
                .update();
    }

    private static long id(Map<String, Long> ids, String name) {
        var id = ids.get(name);
        if (id == null) throw new IllegalStateException("no organisation " + name);
        return id;
    }

    private JsonNode units() {
        try (var in = new ClassPathResource("kon-tum-units.json", KonTum.class).getInputStream()) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lowerFirst(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
