package vn.qppl.procedure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.qppl.people.OrganisationLevel;

/** Whether a procedure that can be read can also be followed: every step can be reached and left, and nothing goes against the law's map. */
final class ProcedureChecks {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,59}");

    private final Procedure procedure;
    private final List<String> mistakes = new ArrayList<>();

    private ProcedureChecks(Procedure procedure) {
        this.procedure = procedure;
    }

    static List<String> mistakes(Procedure procedure) {
        var checks = new ProcedureChecks(procedure);
        checks.head();
        if (!procedure.steps().isEmpty()) {
            checks.codes();
            checks.steps();
            checks.ways();
        }
        return checks.mistakes;
    }

    private void head() {
        code("code", procedure.code());
        if (procedure.steps().isEmpty()) mistakes.add("steps: phải có ít nhất một bước");
        if (procedure.sources().isEmpty()) mistakes.add("sources: phải ghi văn bản làm căn cứ");
        if (procedure.regimes().isEmpty()) mistakes.add("regimes: phải ghi giai đoạn pháp luật áp dụng");
        for (var regime : procedure.regimes()) {
            var refused = CompetenceOfForms.refusal(regime, procedure.form(), procedure.level());
            refused.ifPresent(why -> mistakes.add("regimes: " + why.text() + " (" + why.article() + ")"));
        }
        if (!procedure.symbol().equals(procedure.form().symbol()))
            mistakes.add("symbol: ký hiệu của " + procedure.form().label() + " là "
                    + procedure.form().symbol());
        if (procedure.kind() == ProcedureKind.WITH_POLICY_PROPOSAL
                && !(procedure.form() == DocumentForm.COUNCIL_RESOLUTION
                        && procedure.level() == OrganisationLevel.PROVINCE
                        && procedure.regimes().equals(Set.of(Regime.A))))
            mistakes.add("kind: chỉ nghị quyết của Hội đồng nhân dân cấp tỉnh theo Luật số 80/2015/QH13 có bước đề nghị"
                    + " xây dựng chính sách (khoản 4 Điều 27)");
    }

    private void codes() {
        var steps = new HashSet<String>();
        var limits = new HashSet<String>();
        for (var step : procedure.steps()) {
            var path = "steps[" + step.code() + "]";
            code(path + ".code", step.code());
            if (!steps.add(step.code())) mistakes.add(path + ": mã bước bị trùng");
            for (var limit : step.limits()) {
                code(path + ".limits[" + limit.code() + "].code", limit.code());
                if (!limits.add(limit.code()))
                    mistakes.add(path + ".limits[" + limit.code() + "]: mã thời hạn bị trùng trong thủ tục");
            }
            once(path + ".papers", step.papers().stream().map(Paper::code).toList());
            once(path + ".produces", step.produces().stream().map(Paper::code).toList());
            once(path + ".outcomes", step.outcomes().stream().map(Outcome::code).toList());
            once(path + ".subjects", step.subjects().stream().map(Subject::code).toList());
            once(path + ".shares", step.shares().stream().map(Share::code).toList());
        }
    }

    private void once(String path, List<String> codes) {
        var seen = new HashSet<String>();
        for (var code : codes) {
            code(path + "[" + code + "].code", code);
            if (!seen.add(code)) mistakes.add(path + "[" + code + "]: mã bị trùng");
        }
    }

    private void code(String path, String code) {
        if (!CODE.matcher(code).matches())
            mistakes.add(path + ": mã “" + code + "” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối");
    }

    private void steps() {
        for (var step : procedure.steps()) {
            for (var limit : step.limits()) limit(step, limit);
            for (var share : step.shares())
                if (share.numerator() > share.denominator())
                    mistakes.add("steps[" + step.code() + "].shares[" + share.code() + "]: tỷ lệ lớn hơn toàn bộ");
        }
    }

    private void limit(Step step, Limit limit) {
        var path = "steps[" + step.code() + "].limits[" + limit.code() + "]";
        boolean ahead = limit.from() == CaseEvent.COMMITTEE_MEETING
                || limit.from() == CaseEvent.SESSION_OPENING
                || limit.from() == CaseEvent.APPRAISAL_COUNCIL_MEETING;
        if (limit.direction() == Limit.Direction.BEFORE && !ahead)
            mistakes.add(path + ".from: chỉ tính lùi từ ngày họp hoặc ngày khai mạc kỳ họp");
        if (limit.direction() == Limit.Direction.BEFORE && limit.bound() == Limit.Bound.EARLIEST)
            mistakes.add(path + ".bound: thời hạn tính lùi là thời hạn chậm nhất (LATEST)");
        var norm = limit.norm();
        var legal = limit.legal();
        if (norm == null || legal == null || norm.amount().unit() != legal.unit()) return;
        boolean looser = limit.bound() == Limit.Bound.LATEST && limit.direction() == Limit.Direction.AFTER
                ? norm.amount().count() > legal.count()
                : norm.amount().count() < legal.count();
        if (looser) mistakes.add(path + ".norm: định mức nội bộ không được rộng hơn thời hạn của luật");
    }

    /** Every step can be reached from the first, and from every step the case can come to an end. */
    private void ways() {
        for (var step : procedure.steps()) {
            if (step.outcomes().isEmpty())
                mistakes.add("steps[" + step.code() + "].outcomes: phải có ít nhất một kết quả");
            for (var outcome : step.outcomes())
                for (var next : outcome.next())
                    if (procedure.step(next).isEmpty())
                        mistakes.add("steps[" + step.code() + "].outcomes[" + outcome.code() + "].next: không có bước “"
                                + next + "”");
        }
        var reached = new HashSet<String>();
        reach(procedure.first(), reached);
        var ending = new HashSet<String>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var step : procedure.steps())
                if (step.outcomes().stream()
                        .anyMatch(outcome -> outcome.next().isEmpty()
                                || outcome.next().stream().anyMatch(ending::contains))) grew |= ending.add(step.code());
        }
        for (var step : procedure.steps()) {
            if (!reached.contains(step.code()))
                mistakes.add("steps[" + step.code() + "]: không bước nào dẫn tới bước này");
            if (!ending.contains(step.code()))
                mistakes.add("steps[" + step.code() + "]: từ bước này không đi tới kết thúc được");
        }
    }

    private void reach(Step step, Set<String> reached) {
        if (!reached.add(step.code())) return;
        for (var outcome : step.outcomes())
            for (var next : outcome.next()) procedure.step(next).ifPresent(following -> reach(following, reached));
    }
}
