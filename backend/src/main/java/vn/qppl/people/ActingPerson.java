package vn.qppl.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import vn.qppl.audit.Actor;

/**
 * After Spring Security: names the acting person to the history, and ends the session of one who was deactivated or whose role or
 * password was changed since (on every node within seconds).
 */
@Component
class ActingPerson extends OncePerRequestFilter {
    private final Persons persons;
    private final HandlerExceptionResolver problems;
    private final Cache<Long, Now> now = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(3))
            .maximumSize(5000)
            .build();

    ActingPerson(
            Persons persons,
            @org.springframework.beans.factory.annotation.Qualifier("handlerExceptionResolver")
                    HandlerExceptionResolver problems) {
        this.persons = persons;
        this.problems = problems;
    }

    private record Now(boolean active, Role role, long organisationId, boolean mustChangePassword) {}

    void forget(long person) {
        now.invalidate(person);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = SecurityOfPeople.signedIn(SecurityContextHolder.getContext());
        if (person.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var signedIn = person.get();
        try {
            var known = now.get(
                    signedIn.id(),
                    id -> persons.findById(id)
                            .map(p -> new Now(p.isActive(), p.role(), p.organisationId(), p.mustChangePassword()))
                            .orElse(new Now(false, Role.OFFICIAL, 0, false)));
            if (!known.active()
                    || !known.role().name().equals(signedIn.role())
                    || known.organisationId() != signedIn.organisationId()) {
                var session = request.getSession(false);
                if (session != null) session.invalidate();
                SecurityContextHolder.clearContext();
                throw vn.qppl.web.WebProblem.NOT_SIGNED_IN.asException();
            }
            if (known.mustChangePassword()
                    && !signedIn.may(vn.qppl.web.Permission.COMMAND_LINE)
                    && !request.getRequestURI().startsWith(request.getContextPath() + "/api/session"))
                throw PeopleProblem.PASSWORD_MUST_CHANGE.asException();
        } catch (RuntimeException e) {
            // a filter stands before the advice; the same resolver answers for both
            if (problems.resolveException(request, response, null, e) == null) throw e;
            return;
        }
        inNameOf(signedIn.id(), request, response, chain);
    }

    private static void inNameOf(
            long person, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Actor.as(person, () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
