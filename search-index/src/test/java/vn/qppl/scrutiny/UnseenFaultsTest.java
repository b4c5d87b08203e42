package vn.qppl.scrutiny;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Twenty faults written down before the rules and first run when these found the fifty others: no rule was changed for them. */
class UnseenFaultsTest {

    @Test
    void findsFaultsItWasNeverTunedOn() throws IOException {
        var faults = Drafts.faults("faults-unseen.jsonl");
        assertThat(faults).hasSize(20);
        var missed = PlantedFaultsTest.missed(faults);
        System.out.println("unseen: found " + (20 - missed.size()) + " of 20; missed " + missed);
        assertThat(missed).hasSizeLessThanOrEqualTo(4);
    }
}
