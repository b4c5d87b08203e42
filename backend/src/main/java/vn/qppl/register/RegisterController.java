package vn.qppl.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.document.DocumentType;
import vn.qppl.document.IssuerLevel;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.StatusCode;
import vn.qppl.structure.DocumentNumber;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** The list of documents and its export. */
@RestController
@RequestMapping("/api/documents")
class RegisterController {
    private final RegisterRows rows;
    private final RegisterWords words;
    private final Register register;
    private final Clock clock;

    RegisterController(RegisterRows rows, RegisterWords words, Register register, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.register = register;
        this.clock = clock;
    }

    /** The filter of a list as it stands in an address. */
    record Asked(
            @Nullable String q,
            @Nullable String number,
            @Nullable DocumentType type,
            @Nullable Long issuer,
            @Nullable IssuerLevel level,
            @Nullable Integer year,
            @Nullable String field,
            @Nullable String status,
            @Nullable LocalDate on,
            @Nullable Boolean published,
            @Nullable Boolean normative) {
        RegisterFilter filter(Clock clock, RegisterWords words) {
            var day = on == null ? LocalDate.now(clock) : on;
            return new RegisterFilter(
                    words.documents(blankToNull(q), type, level, day),
                    blankToNull(number),
                    type,
                    issuer,
                    level,
                    year,
                    blankToNull(field),
                    status == null || status.isBlank() ? null : StatusCode.ofCode(status),
                    day,
                    published,
                    normative);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    record Listed(
            List<RegisterRows.Row> items,
            @Nullable String next,
            @Nullable Long total,
            boolean totalIsLowerBound) {}

    record Found(
            long id,
            String number,
            String type,
            String title,
            String issuer,
            @Nullable LocalDate issuedOn,
            boolean stub) {}

    @GetMapping
    @Requires(Permission.READ_REGISTER)
    Listed list(
            Asked asked,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        var filter = asked.filter(clock, words);
        var page = rows.page(filter, RegisterOrder.named(sort), Page.size(size, 50), after);
        Long total = after == null ? (Long) rows.count(filter) : null;
        return new Listed(page.items(), page.next(), total, total != null && total > 10_000 || filter.cut());
    }

    @GetMapping("/export")
    @Requires(Permission.READ_REGISTER)
    void export(
            Asked asked,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable String columns,
            HttpServletResponse response)
            throws IOException {
        var filter = asked.filter(clock, words);
        var order = RegisterOrder.named(sort);
        var chosen = columns(columns);
        var export = new RegisterExport(rows);
        boolean csv = format.equals("csv");
        response.setContentType(
                csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"van-ban-" + LocalDate.now(clock) + (csv ? ".csv\"" : ".xlsx\""));
        if (csv) export.csv(filter, order, chosen, response.getOutputStream());
        else export.xlsx(filter, order, chosen, response.getOutputStream());
    }

    private static List<RegisterExport.Column> columns(@Nullable String names) {
        if (names == null || names.isBlank()) return Arrays.asList(RegisterExport.Column.values());
        var chosen = new ArrayList<RegisterExport.Column>();
        for (var name : names.split(",", -1)) {
            var code = name.strip().replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
            for (var column : RegisterExport.Column.values()) if (column.name().equals(code)) chosen.add(column);
        }
        return chosen.isEmpty() ? Arrays.asList(RegisterExport.Column.values()) : chosen;
    }

    /** Straight to a document by its number, as typed; at most 20. */
    @GetMapping("/by-number")
    @Requires(Permission.READ_REGISTER)
    List<Found> byNumber(@RequestParam String q) {
        return DocumentNumber.parse(q).map(register::withNumber).orElse(List.of()).stream()
                .limit(20)
                .map(RegisterController::found)
                .toList();
    }

    private static Found found(LegalDocument d) {
        return new Found(
                d.id(), d.numberWritten(), d.type().label(), d.title(), d.issuerName(), d.issuedOn(), d.stub());
    }
}
