package vn.qppl.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.people.SessionController.OrganisationName;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** The administrator's list of people. */
@RestController
@RequestMapping("/api/users")
class UserController {
    private final People people;
    private final OrganisationDirectory organisations;
    private final ActingPerson acting;

    UserController(People people, OrganisationDirectory organisations, ActingPerson acting) {
        this.people = people;
        this.organisations = organisations;
        this.acting = acting;
    }

    record UserView(
            long id,
            String username,
            String displayName,
            Role role,
            OrganisationName organisation,
            boolean active,
            boolean mustChangePassword,
            long version,
            List<String> actions) {}

    record NewUser(
            @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9._-]{1,79}")
            String username,

            @NotBlank @Size(max = 200) String displayName,
            @NotNull Role role,
            @NotNull Long organisationId,
            @NotNull @Size(min = 10, max = 72) String password) {}

    record ChangedUser(
            @NotNull Long version,
            @NotBlank @Size(max = 200) String displayName,
            @NotNull Role role,
            @NotNull Long organisationId,
            @Nullable Boolean active) {}

    record VersionOnly(@NotNull Long version) {}

    record PasswordOnly(@NotNull @Size(min = 10, max = 72) String password) {}

    @GetMapping
    @Requires(Permission.READ_AUDIT)
    Page<UserView> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(defaultValue = "") String after) {
        int most = Page.size(size, 50);
        var page = Page.of(people.list(q, after, most), most, Person::username);
        return new Page<>(page.items().stream().map(this::view).toList(), page.next(), null);
    }

    @GetMapping("/{id}")
    @Requires(Permission.READ_AUDIT)
    UserView get(@PathVariable long id) {
        return view(people.get(id));
    }

    @PostMapping
    @Requires(Permission.MANAGE_PEOPLE)
    @ResponseStatus(HttpStatus.CREATED)
    UserView create(@Valid @RequestBody NewUser user) {
        return view(people.create(
                user.username(), user.displayName(), user.role(), user.organisationId(), user.password()));
    }

    @PutMapping("/{id}")
    @Requires(Permission.MANAGE_PEOPLE)
    UserView change(@PathVariable long id, @Valid @RequestBody ChangedUser user) {
        boolean active = user.active() == null ? people.get(id).isActive() : user.active();
        var changed = people.change(id, user.version(), user.displayName(), user.role(), user.organisationId(), active);
        acting.forget(id);
        return view(changed);
    }

    @PostMapping("/{id}/deactivate")
    @Requires(Permission.MANAGE_PEOPLE)
    UserView deactivate(@PathVariable long id, @Valid @RequestBody VersionOnly request) {
        var changed = people.deactivate(id, request.version());
        acting.forget(id);
        return view(changed);
    }

    @PostMapping("/{id}/password")
    @Requires(Permission.MANAGE_PEOPLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetPassword(@PathVariable long id, @Valid @RequestBody PasswordOnly request) {
        people.resetPassword(id, request.password());
        acting.forget(id);
    }

    private UserView view(Person person) {
        var organisation = organisations.get(person.organisationId());
        var actions = new ArrayList<String>();
        if (SignedIn.now().may(Permission.MANAGE_PEOPLE)) {
            actions.add("edit");
            actions.add("resetPassword");
            if (person.isActive() && person.id() != SignedIn.now().id()) actions.add("deactivate");
            if (!person.isActive()) actions.add("reactivate");
        }
        return new UserView(
                person.id(),
                person.username(),
                person.displayName(),
                person.role(),
                new OrganisationName(organisation.id(), organisation.name()),
                person.isActive(),
                person.mustChangePassword(),
                person.version(),
                actions);
    }
}
