package vn.qppl.web;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The token of the data folder, shown by a command of {@code ./qppl} on this machine. Who it stands for is decided by people. */
public final class CommandToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private final String token;

    CommandToken(String token) {
        super(List.of());
        this.token = token;
    }

    public String token() {
        return token;
    }

    @Override
    public Object getCredentials() {
        return token;
    }

    @Override
    public Object getPrincipal() {
        return "command";
    }
}
