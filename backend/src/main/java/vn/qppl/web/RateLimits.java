package vn.qppl.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds each address to a number of requests: of the public API, so that one reader does not keep the others waiting, and of signing
 * in, which also bounds guessing at many names from one place (a name has its own growing delay). An address behind a proxy of this
 * machine is the last one the proxy names; an IPv6 one counts with its /64.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RateLimits extends OncePerRequestFilter {
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /** A store of requests that fills evenly up to {@code burst}. */
    record Limit(double perMinute, double burst) {}

    private record Bucket(double left, Instant at) {}

    private final Limit publicApi;
    private final Limit signingIn;
    private final Set<String> exempt;
    private final Problems problems;
    private final Clock clock;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    RateLimits(
            @Value("${qppl.limits.public-per-minute}") double publicPerMinute,
            @Value("${qppl.limits.public-burst}") double publicBurst,
            @Value("${qppl.limits.sign-in-per-minute}") double signInPerMinute,
            @Value("${qppl.limits.sign-in-burst}") double signInBurst,
            @Value("${qppl.limits.exempt}") Set<String> exempt,
            Problems problems,
            Clock clock) {
        this.publicApi = new Limit(publicPerMinute, publicBurst);
        this.signingIn = new Limit(signInPerMinute, signInBurst);
        this.exempt = exempt;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limitOf(request);
        var address = limit == null ? "" : address(request);
        if (limit == null || exempt.contains(address)) {
            chain.doFilter(request, response);
            return;
        }
        var wait = take((limit == signingIn ? "in " : "api ") + network(address), limit);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = wait.toSeconds() + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.write(
                response, WebProblem.TOO_MANY_REQUESTS, Map.of("retryAfterSeconds", seconds), Problems.locale(request));
    }

    private @Nullable Limit limitOf(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/api/public/")) return publicApi;
        return path.equals("/api/session") && request.getMethod().equals("POST") ? signingIn : null;
    }

    /** @return how long until one more is allowed; zero when this one is */
    private Duration take(String key, Limit limit) {
        var now = clock.instant();
        var wait = new double[1];
        buckets.asMap().compute(key, (same, before) -> {
            double left = before == null
                    ? limit.burst()
                    : Math.min(limit.burst(), before.left() + gained(before, now, limit));
            if (left >= 1) return new Bucket(left - 1, now);
            wait[0] = (1 - left) / limit.perMinute() * 60;
            return new Bucket(left, now);
        });
        return Duration.ofMillis((long) Math.ceil(wait[0] * 1000));
    }

    private static double gained(Bucket before, Instant now, Limit limit) {
        return Math.max(0, Duration.between(before.at(), now).toMillis()) / 60_000.0 * limit.perMinute();
    }

    private static String address(HttpServletRequest request) {
        var remote = request.getRemoteAddr();
        var forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !LITERAL.matcher(remote).matches() || !isLoopback(remote)) return remote;
        var last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return LITERAL.matcher(last).matches() ? last : remote;
    }

    private static boolean isLoopback(String literal) {
        try {
            return InetAddress.getByName(literal).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0 || !LITERAL.matcher(address).matches()) return address;
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16
                    ? java.util.HexFormat.of().formatHex(bytes, 0, 8)
                    : java.util.HexFormat.of().formatHex(bytes);
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
