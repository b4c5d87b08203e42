package vn.qppl.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two versions of a procedure, fact by fact. Steps and what is in them are matched by code, so that an inserted one moves nothing. */
final class ProcedureComparison {
    private final Map<String, String> facts = new LinkedHashMap<>();

    private ProcedureComparison() {}

    /**
     * @param place as a reader names it: "Thẩm định dự thảo › Thời hạn “Gửi báo cáo thẩm định” › thời hạn của luật"
     * @param old null where it is new
     * @param now null where it is gone
     */
    record ProcedureDifference(
            String place, @Nullable String old, @Nullable String now) {}

    static List<ProcedureDifference> of(Procedure old, Procedure now) {
        var before = facts(old, old);
        var after = facts(now, old);
        var differences = new ArrayList<ProcedureDifference>();
        var places = new LinkedHashSet<>(before.keySet());
        places.addAll(after.keySet());
        for (var place : places)
            if (!Objects.equals(before.get(place), after.get(place)))
                differences.add(new ProcedureDifference(place, before.get(place), after.get(place)));
        return List.copyOf(differences);
    }

    /** @param names whose names of steps, limits and papers the places carry: a renamed one is one difference, not many */
    private static Map<String, String> facts(Procedure procedure, Procedure names) {
        var comparison = new ProcedureComparison();
        comparison.put("Tên thủ tục", procedure.title());
        comparison.put("Căn cứ", String.join("; ", procedure.sources()));
        comparison.put("Ghi chú", String.join(" ", procedure.notes()));
        comparison.put(
                "Thứ tự các bước",
                String.join(" → ", procedure.steps().stream().map(Step::code).toList()));
        for (var step : procedure.steps())
            comparison.step(step, names.step(step.code()).orElse(step));
        return comparison.facts;
    }

    private void step(Step step, Step named) {
        var in = named.name() + " (" + step.code() + ") › ";
        put(in + "tên", step.name());
        put(in + "hoạt động", step.activity().label());
        put(in + "cơ quan", step.bodyName());
        put(in + "trường hợp", step.when());
        put(in + "điều khoản", step.article());
        put(in + "độ chắc chắn", certainty(step.certainty()));
        put(in + "ghi chú", step.note());
        for (var paper : step.papers()) paper(in + "Hồ sơ “" + paper.code() + "”", paper);
        for (var paper : step.produces()) paper(in + "Sản phẩm “" + paper.code() + "”", paper);
        for (var limit : step.limits()) limit(in, limit, name(limit, named));
        for (var subject : step.subjects())
            put(
                    in + "Nội dung “" + subject.code() + "”",
                    subject.name() + when(subject.when()) + " (" + subject.article() + ", "
                            + certainty(subject.certainty()) + ")");
        for (var share : step.shares())
            put(
                    in + "Tỷ lệ “" + share.code() + "”",
                    share.name() + ": " + share.comparison() + " " + share.numerator() + "/" + share.denominator() + " "
                            + share.of() + " (" + share.article() + ", " + certainty(share.certainty()) + ")");
        for (var outcome : step.outcomes())
            put(
                    in + "Kết quả “" + outcome.code() + "”",
                    outcome.name() + " → " + (outcome.next().isEmpty() ? "kết thúc" : String.join(", ", outcome.next()))
                            + (outcome.reasonRequired() ? ", phải nêu lý do" : "") + " ("
                            + certainty(outcome.certainty()) + ")");
    }

    private void paper(String place, Paper paper) {
        put(
                place,
                paper.name() + (paper.required() ? "" : " (nếu có)") + when(paper.when())
                        + (paper.symbol() == null ? "" : ", ký hiệu " + paper.symbol()) + " (" + paper.article() + ", "
                        + certainty(paper.certainty()) + ")");
    }

    private static String name(Limit limit, Step named) {
        return named.limits().stream()
                .filter(old -> old.code().equals(limit.code()))
                .findFirst()
                .orElse(limit)
                .what();
    }

    private void limit(String in, Limit limit, String name) {
        var place = in + "Thời hạn “" + name + "” (" + limit.code() + ") › ";
        put(place + "việc", limit.what() + when(limit.when()));
        put(place + "cách tính", limit.sentence());
        put(
                place + "thời hạn của luật",
                limit.legal() == null ? null : limit.legal().label());
        var norm = limit.norm();
        put(place + "định mức nội bộ", norm == null ? null : norm.amount().label() + " (" + norm.source() + ")");
        put(
                place + "ngày cuối là ngày nghỉ",
                limit.nextWorkingDay() ? "kéo sang ngày làm việc tiếp theo" : "giữ nguyên");
        put(place + "điều khoản", limit.article());
        put(place + "độ chắc chắn", certainty(limit.certainty()));
        put(place + "ghi chú", limit.note());
    }

    private void put(String place, @Nullable String value) {
        if (value != null && !value.isEmpty()) facts.put(place, value);
    }

    private static String when(@Nullable String when) {
        return when == null ? "" : ", khi " + when;
    }

    private static String certainty(Certainty certainty) {
        return switch (certainty) {
            case VERIFIED -> "đã đối chiếu";
            case RECALLED -> "chưa đối chiếu";
        };
    }
}
