package vn.qppl.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** One's own calendar address; nobody has anything to do with another's. */
@RestController
@RequestMapping("/api/notices/calendar-address")
class CalendarAddressController {
    private final CalendarAddresses addresses;

    CalendarAddressController(CalendarAddresses addresses) {
        this.addresses = addresses;
    }

    /** @param madeAt null where there is none */
    record CalendarAddressView(@Nullable Instant madeAt) {}

    /** @param path from the root of the site; shown this once */
    record NewCalendarAddressView(String path) {}

    @GetMapping
    @Requires(Permission.SIGNED_IN)
    CalendarAddressView address() {
        return new CalendarAddressView(addresses.madeAt(SignedIn.now().id()).orElse(null));
    }

    /** Makes one; the one before is of no more use. */
    @PostMapping
    @Requires(Permission.DO_CASEWORK)
    @ResponseStatus(HttpStatus.CREATED)
    NewCalendarAddressView make() {
        return new NewCalendarAddressView(
                "/api/public/calendar/" + addresses.make(SignedIn.now().id()) + ".ics");
    }

    @DeleteMapping
    @Requires(Permission.DO_CASEWORK)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke() {
        addresses.revoke(SignedIn.now().id());
    }
}
