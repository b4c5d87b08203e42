package vn.qppl.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;
import vn.qppl.web.ProblemException.FieldProblem;

/** Problem documents (RFC 9457): type by code, words from the message catalogue, nothing of the exception itself. */
@Component
class Problems {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final MessageSource messages;
    private final JsonMapper json;

    Problems(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    ResponseEntity<Object> response(
            Problem problem, Map<String, Object> members, List<FieldProblem> fields, Locale locale) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .headers(headers -> extraHeaders(problem, headers))
                .body(body(problem, members, fields, locale));
    }

    /** For filters, which stand before Spring's own writing of answers. */
    void write(HttpServletResponse response, Problem problem, Map<String, Object> members, Locale locale)
            throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(json.writeValueAsBytes(body(problem, members, List.of(), locale)));
    }

    private static void extraHeaders(Problem problem, HttpHeaders headers) {
        if (problem == WebProblem.IN_EACH_OTHERS_WAY) headers.set(HttpHeaders.RETRY_AFTER, "1");
        if (problem == WebProblem.DATABASE_AWAY) headers.set(HttpHeaders.RETRY_AFTER, "5");
    }

    private Map<String, Object> body(
            Problem problem, Map<String, Object> members, List<FieldProblem> fields, Locale locale) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:qppl:problem:" + problem.code());
        body.put(
                "title",
                text("problem." + problem.code() + ".title", problem.status().getReasonPhrase(), locale));
        body.put("status", problem.status().value());
        var detail = text("problem." + problem.code() + ".detail", "", locale);
        for (var member : members.entrySet())
            detail = detail.replace("{" + member.getKey() + "}", String.valueOf(member.getValue()));
        if (!detail.isEmpty()) body.put("detail", detail);
        var request = MDC.get(RequestIds.KEY);
        if (request != null) body.put("instance", "urn:qppl:request:" + request);
        if (!fields.isEmpty()) body.put("errors", errors(fields, locale));
        body.putAll(members);
        return body;
    }

    private List<Map<String, String>> errors(List<FieldProblem> fields, Locale locale) {
        var errors = new ArrayList<Map<String, String>>();
        for (var field : fields) {
            var error = new LinkedHashMap<String, String>();
            error.put("pointer", field.pointer());
            error.put("code", field.code());
            error.put(
                    "message",
                    text("field." + field.code(), text("field.invalid", "Giá trị không hợp lệ.", locale), locale));
            errors.add(error);
        }
        return errors;
    }

    /** Vietnamese unless the caller asks for English first. */
    static Locale locale(HttpServletRequest request) {
        boolean english = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                && "en".equals(request.getLocale().getLanguage());
        return english ? Locale.ENGLISH : VIETNAMESE;
    }

    static Locale locale(WebRequest request) {
        return request instanceof ServletWebRequest web ? locale(web.getRequest()) : VIETNAMESE;
    }

    String text(String key, String otherwise, Locale locale) {
        return java.util.Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, locale), otherwise);
    }
}
