package vn.qppl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.qppl.ApplicationTest;
import vn.qppl.Browser;
import vn.qppl.people.Role;

/** Walks every handler of the workspace with every role. */
@ApplicationTest
class EndpointsTest {
    private static final Map<Role, String> PEOPLE = Map.of(
            Role.ADMINISTRATOR, "admin",
            Role.DEPARTMENT_OFFICER, "chuyenvien",
            Role.DEPARTMENT_LEADER, "lanhdao",
            Role.DRAFTING_OFFICER, "soanthao",
            Role.COMMITTEE_OFFICE_OFFICER, "vanphong",
            Role.COUNCIL_OFFICE_OFFICER, "hdndtinh",
            Role.LOCAL_OFFICER, "tuphaphuyen",
            Role.LOCAL_LEADER, "truongphonghuyen",
            Role.OFFICIAL, "canbo",
            Role.AUDITOR, "thanhtra");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private record Endpoint(RequestMethod method, String path, HandlerMethod handler) {}

    private java.util.List<Endpoint> workspace() {
        var endpoints = new ArrayList<Endpoint>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (var path : info.getPatternValues()) {
                if (!path.startsWith("/api/") || path.startsWith("/api/public/")) continue;
                for (var method : info.getMethodsCondition().getMethods())
                    endpoints.add(new Endpoint(method, path, handler));
            }
        });
        return endpoints;
    }

    @Test
    void everyHandlerNamesWhatItRequires() {
        assertThat(workspace())
                .isNotEmpty()
                .allSatisfy(endpoint -> assertThat(endpoint.handler().getMethodAnnotation(Requires.class))
                        .as(endpoint.handler().toString())
                        .isNotNull());
    }

    @Test
    void onlySigningInIsOpenToAnyone() {
        var open = new TreeSet<String>();
        for (var endpoint : workspace()) {
            var requires = endpoint.handler().getMethodAnnotation(Requires.class);
            if (requires != null && requires.value() == Permission.ANYONE)
                open.add(endpoint.method() + " " + endpoint.path());
        }
        assertThat(open).containsExactly("POST /api/session");
    }

    @Test
    void refusesEveryoneWhoIsNotSignedIn() {
        for (var endpoint : workspace()) {
            if (endpoint.path().equals("/api/session") && endpoint.method() == RequestMethod.POST) continue;
            assertThat(call(new Browser(port), endpoint))
                    .as(endpoint.toString())
                    .isEqualTo(401);
        }
    }

    @Test
    void refusesEachRoleExactlyWhatItHasNoPermissionFor() {
        var wrong = new LinkedHashMap<String, Integer>();
        for (var role : Role.values()) {
            var browser = Browser.signedInAs(java.util.Objects.requireNonNull(PEOPLE.get(role)), port);
            for (var endpoint : workspace()) {
                var requires = endpoint.handler().getMethodAnnotation(Requires.class);
                if (requires == null || role.permissions().contains(requires.value())) continue;
                if (requires.value() == Permission.ANYONE) continue;
                int status = call(browser, endpoint);
                if (status != 403) wrong.put(role + " " + endpoint.method() + " " + endpoint.path(), status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theAuditorReadsEverythingAndChangesNothing() {
        var auditor = Browser.signedInAs(java.util.Objects.requireNonNull(PEOPLE.get(Role.AUDITOR)), port);
        var closed = new LinkedHashMap<String, Integer>();
        var open = new TreeSet<String>();
        for (var endpoint : workspace()) {
            var requires = endpoint.handler().getMethodAnnotation(Requires.class);
            if (requires == null || requires.value() == Permission.ANYONE) continue;
            // what only the machine's own command line may ask for is nobody's reading
            if (requires.value() == Permission.COMMAND_LINE) continue;
            if (endpoint.method() == RequestMethod.GET) {
                int status = call(auditor, endpoint);
                if (status == 401 || status == 403) closed.put(endpoint.path(), status);
            } else if (Role.AUDITOR.permissions().contains(requires.value()))
                open.add(endpoint.method() + " " + endpoint.path());
        }
        assertThat(closed).isEmpty();
        // the auditor's own session and password
        assertThat(open).containsExactly("DELETE /api/session", "POST /api/session/password");
    }

    private static int call(Browser browser, Endpoint endpoint) {
        var path = endpoint.path().replaceAll("\\{[^}]*}", "999999999");
        var request = browser.request(path);
        if (endpoint.method() == RequestMethod.GET)
            return browser.send(request.GET()).status();
        return browser.send(browser.csrf(request)
                        .header("Content-Type", "application/json")
                        .method(endpoint.method().name(), HttpRequest.BodyPublishers.ofString("{}")))
                .status();
    }
}
