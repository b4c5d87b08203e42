package vn.qppl.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.qppl.web.CommandToken;
import vn.qppl.web.Permission;
import vn.qppl.web.ProblemException;

/** Tells Spring Security who someone is. */
@Configuration(proxyBeanMethods = false)
class SecurityOfPeople {
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(10);
    }

    /** Only for command tokens; passwords are checked by the session controller, which answers with problems of its own. */
    @Bean
    AuthenticationManager authenticationManager(SigningIn signingIn) {
        return authentication -> {
            if (!(authentication instanceof CommandToken shown)) throw new BadCredentialsException("not a token");
            try {
                var person = signingIn.byToken(shown.token()).signedIn();
                // whoever can read the token can read the database: withholding a permission would protect nothing
                var all = java.util.EnumSet.allOf(Permission.class);
                return authentication(new SignedIn(
                        person.id(),
                        person.username(),
                        person.displayName(),
                        person.role(),
                        person.organisationId(),
                        Set.copyOf(all)));
            } catch (ProblemException e) {
                throw new BadCredentialsException("token refused", e);
            }
        };
    }

    static UsernamePasswordAuthenticationToken authentication(SignedIn person) {
        List<SimpleGrantedAuthority> granted = person.permissions().stream()
                .map(permission -> new SimpleGrantedAuthority(permission.name()))
                .toList();
        return new UsernamePasswordAuthenticationToken(person, null, granted);
    }

    static Optional<SignedIn> signedIn(
            org.springframework.security.core.context.@org.jspecify.annotations.Nullable SecurityContext context) {
        return context != null
                        && context.getAuthentication() instanceof UsernamePasswordAuthenticationToken token
                        && token.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }
}
