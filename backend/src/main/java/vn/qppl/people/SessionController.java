package vn.qppl.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Signing in and out. */
@RestController
@RequestMapping("/api/session")
class SessionController {
    private final SigningIn signingIn;
    private final People people;
    private final OrganisationDirectory organisations;
    private final ActingPerson acting;
    private final FirstAccounts firstAccounts;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfTokenRepository csrf = CookieCsrfTokenRepository.withHttpOnlyFalse();

    SessionController(
            SigningIn signingIn,
            People people,
            OrganisationDirectory organisations,
            ActingPerson acting,
            FirstAccounts firstAccounts) {
        this.signingIn = signingIn;
        this.people = people;
        this.organisations = organisations;
        this.acting = acting;
        this.firstAccounts = firstAccounts;
    }

    record Credentials(
            @NotBlank @Size(max = 80) String username,
            @NotNull @Size(max = 200) String password) {}

    record OrganisationName(long id, String name) {}

    record Me(
            long id,
            String username,
            String displayName,
            Role role,
            OrganisationName organisation,
            List<Permission> permissions,
            String locale,
            boolean mustChangePassword) {}

    record NewPassword(
            @NotNull String old,
            @NotNull @Size(min = 10, max = 72) String password) {}

    @PostMapping
    @Requires(Permission.ANYONE)
    Me signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        var person = signingIn.signIn(credentials.username().strip(), credentials.password());
        var old = request.getSession(false);
        if (old != null) old.invalidate();
        request.getSession(true);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SecurityOfPeople.authentication(person.signedIn()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        // a token made before signing in must not serve after it
        csrf.saveToken(csrf.generateToken(request), request, response);
        return me(person);
    }

    @GetMapping
    @Requires(Permission.SIGNED_IN)
    Me me() {
        return me(people.get(SignedIn.now().id()));
    }

    @PostMapping("/password")
    @Requires(Permission.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody NewPassword request) {
        long id = SignedIn.now().id();
        signingIn.changeOwnPassword(id, request.old(), request.password());
        firstAccounts.forgetOneTimePassword(id);
        acting.forget(id);
    }

    @DeleteMapping
    @Requires(Permission.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
    }

    private Me me(Person person) {
        var organisation = organisations.get(person.organisationId());
        return new Me(
                person.id(),
                person.username(),
                person.displayName(),
                person.role(),
                new OrganisationName(organisation.id(), organisation.name()),
                person.role().permissions().stream().sorted().toList(),
                "vi",
                person.mustChangePassword());
    }
}
