package vn.qppl.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds every handler of the workspace to its {@link Requires}. A handler without one is refused to all. */
@Component
class Guard implements HandlerInterceptor {
    private static final Logger log = LoggerFactory.getLogger(Guard.class);

    private final Problems problems;

    Guard(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || request.getDispatcherType() == DispatcherType.ERROR)
            return true;
        if (!isWorkspace(request)) return true;
        var requires = method.getMethodAnnotation(Requires.class);
        if (requires == null) {
            log.error("{} names no permission and is refused to all", method);
            throw WebProblem.NOT_ALLOWED.with("needed", "-");
        }
        var permission = requires.value();
        if (permission == Permission.ANYONE) return true;
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!isSignedIn(authentication)) throw WebProblem.NOT_SIGNED_IN.asException();
        if (may(authentication, permission)) return true;
        throw WebProblem.NOT_ALLOWED.with(
                "needed",
                problems.text("permission." + permission.name(), permission.name(), Problems.locale(request)));
    }

    /** Everything under {@code /api} but the public tree. */
    static boolean isWorkspace(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") && !path.startsWith("/api/public/");
    }

    private static boolean isSignedIn(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.isAuthenticated()
                && !(authentication
                        instanceof org.springframework.security.authentication.AnonymousAuthenticationToken);
    }

    private static boolean may(@Nullable Authentication authentication, Permission permission) {
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(granted -> permission.name().equals(granted.getAuthority()));
    }
}
