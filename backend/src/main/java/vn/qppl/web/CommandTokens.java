package vn.qppl.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets commands of this machine in by the token of the data folder: from loopback only, without a session. A request that shows a
 * token is judged by it alone, so none of the browser's cookies count and no CSRF token is needed.
 */
class CommandTokens extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final AuthenticationManager people;
    private final Problems problems;

    CommandTokens(AuthenticationManager people, Problems problems) {
        this.people = people;
        this.problems = problems;
    }

    static @Nullable String shownBy(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(SCHEME) ? header.substring(SCHEME.length()) : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = shownBy(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress())
                throw new org.springframework.security.authentication.BadCredentialsException("not from here");
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(people.authenticate(new CommandToken(token)));
            SecurityContextHolder.setContext(context);
        } catch (AuthenticationException e) {
            logger.debug("token refused", e);
            SecurityContextHolder.clearContext();
            problems.write(response, WebProblem.NOT_SIGNED_IN, Map.of(), Problems.locale(request));
            return;
        }
        chain.doFilter(request, response);
    }
}
