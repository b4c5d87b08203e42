package vn.qppl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;

@ApplicationTest
class ProblemsTest {
    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    Problems problems;

    @Test
    void everyProblemIsExplainedInVietnamese() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Problem.class));
        var missing = new ArrayList<String>();
        for (var definition : scanner.findCandidateComponents("vn.qppl")) {
            var constants = Class.forName(definition.getBeanClassName()).getEnumConstants();
            if (constants == null) continue;
            for (var constant : constants) {
                var code = ((Problem) constant).code();
                for (var part : new String[] {"title", "detail"}) {
                    var key = "problem." + code + "." + part;
                    if ("".equals(messages.getMessage(key, null, "", Locale.of("vi")))) missing.add(key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void answersAnAddressThatDoesNotExistWithAProblem() {
        var answer = Browser.signedInAs("canbo", port).get("/api/khong-co");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:qppl:problem:not-found");
        assertThat(answer.json().path("instance").asString())
                .isEqualTo("urn:qppl:request:" + answer.header("X-Request-Id"));
    }

    @Test
    void answersGarbageWithAProblemThatNamesThePlace() throws IOException {
        var browser = Browser.signedInAs("admin", port);
        var answer = browser.send(browser.csrf(browser.request("/api/users"))
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"role\": \"KING\"}")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/role");
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("vn.qppl");
    }

    @Test
    void saysThatAnActUndoneByADeadlockMayBeDoneAgain() {
        var advice = new ProblemAdvice(problems);
        var request = new MockHttpServletRequest("POST", "/api/effects/1/retract");
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, new FixedLocaleResolver(Locale.of("vi")));
        var answer = advice.inEachOthersWay(new CannotAcquireLockException("Deadlock found"), request);
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(String.valueOf(answer.getBody())).contains("in-each-others-way");
    }

    @Test
    void answersInEnglishWhereAskedTo() {
        var browser = new Browser(port);
        var answer = browser.send(
                browser.request("/api/session").header("Accept-Language", "en").GET());
        assertThat(answer.json().path("title").asString()).isEqualTo("Not signed in");
    }

    @Test
    void setsNoCookieAndNoStoreRuleOnPublicPages() {
        var answer = new Browser(port).get("/khong-co-trang-nay");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Cache-Control")).isNull();
        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void describesThePublicApiToAllAndTheWorkspacesToThoseSignedIn() {
        var stranger = new Browser(port);
        var open = stranger.get("/v3/api-docs");
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.json().path("paths").propertyNames())
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/api/public/"));
        assertThat(stranger.get("/v3/api-docs/workspace").status()).isEqualTo(401);
        var staff = Browser.signedInAs("canbo", port).get("/v3/api-docs/workspace");
        assertThat(staff.status()).isEqualTo(200);
        assertThat(staff.json().path("paths").has("/api/session")).isTrue();
    }

    private static int askedFrom(Browser browser, String address, String path) {
        return browser.send(browser.request(path).header("X-Forwarded-For", "198.51.100.1, " + address))
                .status();
    }

    @Test
    void holdsOneAddressToItsShareOfThePublicApi() {
        var browser = new Browser(port);
        int refused = 0;
        for (int i = 0; i < 130; i++)
            if (askedFrom(browser, "203.0.113.5", "/api/public/documents/999999999") == 429) refused++;
        assertThat(refused).isBetween(1, 30);
        var answer = browser.send(
                browser.request("/api/public/documents/999999999").header("X-Forwarded-For", "203.0.113.5"));
        for (int i = 0; i < 5 && answer.status() != 429; i++)
            answer = browser.send(
                    browser.request("/api/public/documents/999999999").header("X-Forwarded-For", "203.0.113.5"));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(answer.header("Retry-After"))))
                .isPositive();
        assertThat(answer.json().path("title").asString()).isEqualTo("Quá nhiều yêu cầu");
        assertThat(askedFrom(browser, "203.0.113.6", "/api/public/documents/999999999"))
                .as("another address")
                .isEqualTo(404);
        assertThat(browser.get("/api/public/documents/999999999").status())
                .as("this machine itself")
                .isEqualTo(404);
    }

    @Test
    void boundsGuessingAtManyNamesFromOneAddress() {
        var browser = new Browser(port);
        var statuses = new java.util.ArrayList<Integer>();
        for (int i = 0; i < 25; i++) {
            var request = browser.csrf(browser.request("/api/session"))
                    .header("X-Forwarded-For", "203.0.113.77")
                    .header("Content-Type", "application/json")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                            "{\"username\": \"ai-do-" + i + "\", \"password\": \"doan-mo\"}"));
            statuses.add(browser.send(request).status());
        }
        assertThat(statuses).startsWith(401).contains(429);
    }

    @Test
    void pointsIntoNestedFields() {
        assertThat(ProblemAdvice.pointer("fields.items[2].number")).isEqualTo("/fields/items/2/number");
    }
}
