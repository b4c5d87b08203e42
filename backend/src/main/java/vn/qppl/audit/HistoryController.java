package vn.qppl.audit;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;
import vn.qppl.web.WebProblem;

/** The history of one object for whoever may read it; of everything for auditors. */
@RestController
@RequestMapping("/api/history")
class HistoryController {
    private static final Set<String> OPEN = Set.of("document:", "effect:", "organisation:", "procedure:", "calendar:");

    private final History history;
    private final Seals seals;

    HistoryController(History history, Seals seals) {
        this.history = history;
        this.seals = seals;
    }

    @GetMapping
    @Requires(Permission.READ_REGISTER)
    Page<History.Entry> history(
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long after) {
        if ((object == null || !isOfTheRegister(object)) && !may(Permission.READ_AUDIT))
            throw WebProblem.NOT_ALLOWED.with("needed", "xem toàn bộ nhật ký");
        int most = Page.size(size, 50);
        return Page.of(
                history.list(object, after == null ? Long.MAX_VALUE : after, most),
                most,
                entry -> Long.toString(entry.id()));
    }

    @GetMapping("/seals")
    @Requires(Permission.READ_AUDIT)
    Seals.Verdict verify() {
        return seals.verify();
    }

    /** What everyone who reads the register may see, its history too; people and their sign-ins are not of it. */
    private static boolean isOfTheRegister(String object) {
        return OPEN.contains(object.substring(0, object.indexOf(':') + 1));
    }

    private static boolean may(Permission permission) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(granted -> permission.name().equals(granted.getAuthority()));
    }
}
