package vn.qppl.people;

import java.io.Serializable;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.qppl.web.Permission;

/** The person of this request, as the session knows them. */
public record SignedIn(
        long id, String username, String displayName, String role, long organisationId, Set<Permission> permissions)
        implements Serializable {

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** @throws IllegalStateException where no one is signed in; handlers with {@code @Requires} never see that */
    public static SignedIn now() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) return person;
        throw new IllegalStateException("nobody is signed in");
    }
}
