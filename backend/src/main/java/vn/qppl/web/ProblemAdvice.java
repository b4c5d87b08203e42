package vn.qppl.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import vn.qppl.web.ProblemException.FieldProblem;

/** Every exception of the API becomes a problem document here and nowhere else. Pages keep their own error pages. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> known(ProblemException e, HttpServletRequest request) {
        leavePages(e, request);
        log.debug("problem {}", e.code(), e);
        return problems.response(e.problem(), e.members(), e.fields(), Problems.locale(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> changedMeanwhile(OptimisticLockingFailureException e, HttpServletRequest request) {
        leavePages(e, request);
        log.info("two changed one thing: {}", e.getMessage());
        return problems.response(WebProblem.CHANGED_MEANWHILE, Map.of(), List.of(), Problems.locale(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> contradiction(DataIntegrityViolationException e, HttpServletRequest request) {
        leavePages(e, request);
        log.warn("refused by the database", e);
        return problems.response(WebProblem.CONTRADICTS_RECORDS, Map.of(), List.of(), Problems.locale(request));
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessResourceException.class,
        RecoverableDataAccessException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Object> databaseAway(Exception e, HttpServletRequest request) throws Exception {
        if (!isApi(request)) throw e;
        log.warn("the database is away: {}", e.getMessage());
        return problems.response(WebProblem.DATABASE_AWAY, Map.of(), List.of(), Problems.locale(request));
    }

    /** A deadlock or a lock that took too long: the transaction is rolled back, the same again succeeds. */
    @ExceptionHandler
    ResponseEntity<Object> inEachOthersWay(PessimisticLockingFailureException e, HttpServletRequest request) {
        leavePages(e, request);
        log.warn("undone for another act: {} {}", request.getMethod(), request.getRequestURI(), e);
        return problems.response(WebProblem.IN_EACH_OTHERS_WAY, Map.of(), List.of(), Problems.locale(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e, HttpServletRequest request) throws Exception {
        if (DatabaseTrouble.away(e)) return databaseAway(e, request);
        if (!isApi(request)) throw e;
        log.error("request failed: {} {}", request.getMethod(), request.getRequestURI(), e);
        return problems.response(WebProblem.INTERNAL, Map.of(), List.of(), Problems.locale(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var fields = new ArrayList<FieldProblem>();
        for (var error : e.getBindingResult().getFieldErrors())
            fields.add(new FieldProblem(pointer(error.getField()), code(error.getCode())));
        return problems.response(WebProblem.INVALID_FIELDS, Map.of(), fields, Problems.locale(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var fields = new ArrayList<FieldProblem>();
        for (var result : e.getParameterValidationResults()) {
            var name = result.getMethodParameter().getParameterName();
            for (var error : result.getResolvableErrors()) {
                var codes = error.getCodes();
                fields.add(new FieldProblem("/" + name, code(codes == null ? null : codes[codes.length - 1])));
            }
        }
        return problems.response(WebProblem.INVALID_FIELDS, Map.of(), fields, Problems.locale(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var fields = e.getCause() instanceof DatabindException wrong
                        && !wrong.getPath().isEmpty()
                ? List.of(new FieldProblem(path(wrong.getPath()), "invalid"))
                : List.<FieldProblem>of();
        return problems.response(WebProblem.BAD_REQUEST, Map.of(), fields, Problems.locale(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (request instanceof ServletWebRequest web && !isApi(web.getRequest())) {
            askForErrorPage(web, status);
            return null;
        }
        if (status.is5xxServerError()) log.error("request failed", e);
        return problems.response(WebProblem.of(status), Map.of(), List.of(), Problems.locale(request));
    }

    private static void askForErrorPage(ServletWebRequest web, HttpStatusCode status) {
        var response = web.getResponse();
        if (response == null || response.isCommitted()) return;
        try {
            response.sendError(status.value());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void leavePages(RuntimeException e, HttpServletRequest request) {
        if (!isApi(request)) throw e;
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    /** {@code fields.items[2].number} to {@code /fields/items/2/number}. */
    static String pointer(String field) {
        return "/" + field.replace("[", ".").replace("]", "").replace('.', '/');
    }

    private static String path(List<JacksonException.Reference> references) {
        var pointer = new StringBuilder();
        for (var reference : references) {
            pointer.append('/');
            if (reference.getPropertyName() != null) pointer.append(reference.getPropertyName());
            else pointer.append(reference.getIndex());
        }
        return pointer.toString();
    }

    private static final Set<String> REQUIRED = Set.of("NotNull", "NotBlank", "NotEmpty");

    private static String code(@Nullable String constraint) {
        if (constraint == null) return "invalid";
        if (REQUIRED.contains(constraint)) return "required";
        return switch (constraint) {
            case "Size" -> "length";
            case "Pattern" -> "format";
            case "Min", "Max", "Positive", "PositiveOrZero" -> "range";
            default -> "invalid";
        };
    }
}
