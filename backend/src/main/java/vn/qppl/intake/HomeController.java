package vn.qppl.intake;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** What waits for the person who signs in. */
@RestController
class HomeController {
    private final IntakeItems items;
    private final EffectProposals proposals;

    HomeController(IntakeItems items, EffectProposals proposals) {
        this.items = items;
        this.proposals = proposals;
    }

    /** @param effects read in documents of the register, to be accepted or refused */
    record Waiting(long toConfirm, long certain, long doubtful, long failed, long reading, long effects) {}

    record Home(Waiting waiting, List<String> actions) {}

    @GetMapping("/api/home")
    @Requires(Permission.SIGNED_IN)
    Home home() {
        var person = SignedIn.now();
        var actions = new ArrayList<String>();
        if (person.may(Permission.RECEIVE_FILES)) actions.add("receive");
        if (person.may(Permission.CONFIRM_READINGS)) actions.add("confirm");
        if (person.may(Permission.READ_REGISTER)) actions.add("search");
        if (!person.may(Permission.READ_INTAKE)) return new Home(new Waiting(0, 0, 0, 0, 0, 0), actions);
        var counts = items.countsOfAll();
        long waiting = counts.getOrDefault(ItemState.READ, 0L);
        long certain = items.certainWaiting();
        return new Home(
                new Waiting(
                        waiting,
                        certain,
                        waiting - certain,
                        counts.getOrDefault(ItemState.FAILED, 0L),
                        counts.getOrDefault(ItemState.WAITING, 0L) + counts.getOrDefault(ItemState.READING, 0L),
                        proposals.waiting()),
                actions);
    }
}
