package vn.qppl.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.AbstractErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What filters and the container could not serve: a problem document for the API, an error page for people. */
@Controller
@RequestMapping("/error")
class ErrorPages extends AbstractErrorController {
    private final Problems problems;

    ErrorPages(ErrorAttributes attributes, List<ErrorViewResolver> views, Problems problems) {
        super(attributes, views);
        this.problems = problems;
    }

    @RequestMapping
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = getStatus(request);
        var uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var problem = WebProblem.of(status);
        if (uri instanceof String path && path.startsWith(request.getContextPath() + "/api/")) {
            problems.write(response, problem, Map.of(), Problems.locale(request));
            return null;
        }
        response.setStatus(status.value());
        var locale = Problems.locale(request);
        var model = Map.<String, Object>of(
                "status", status.value(),
                "title", problems.text("problem." + problem.code() + ".title", status.getReasonPhrase(), locale),
                "detail", problems.text("problem." + problem.code() + ".detail", "", locale));
        var page = resolveErrorView(request, response, status, model);
        if (page != null) return page;
        problems.write(response, problem, Map.of(), locale);
        return null;
    }
}
