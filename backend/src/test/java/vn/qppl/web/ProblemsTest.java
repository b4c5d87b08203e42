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
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;

@ApplicationTest
class ProblemsTest {
    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

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
    void describesTheApi() {
        var answer = new Browser(port).get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("paths").has("/api/session")).isTrue();
    }

    @Test
    void pointsIntoNestedFields() {
        assertThat(ProblemAdvice.pointer("fields.items[2].number")).isEqualTo("/fields/items/2/number");
    }
}
