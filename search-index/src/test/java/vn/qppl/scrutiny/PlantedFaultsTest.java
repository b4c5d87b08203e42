package vn.qppl.scrutiny;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.qppl.scrutiny.Drafts.Fault;

class PlantedFaultsTest {

    @Test
    void raisesNoMoreThanOneFalseAlarmInAnyCleanDraft() throws IOException {
        var all = 0;
        for (var name : Drafts.names()) {
            var alarms = Drafts.check(Drafts.clean(name)).stream()
                    .filter(MachineFinding::alarm)
                    .map(f -> f.rule().code() + ": " + f.explanation() + f.evidence())
                    .toList();
            assertThat(alarms).as(name).hasSizeLessThanOrEqualTo(1);
            all += alarms.size();
        }
        System.out.println("false alarms in " + Drafts.names().size() + " clean drafts: " + all);
    }

    @Test
    void findsNineInTenOfThePlantedFaults() throws IOException {
        var faults = Drafts.faults("faults-tuned.jsonl");
        assertThat(faults).hasSize(50);
        var missed = missed(faults);
        System.out.println("tuned: found " + (50 - missed.size()) + " of 50; missed " + missed);
        assertThat(missed).hasSizeLessThanOrEqualTo(5);
    }

    static List<Fault> missed(List<Fault> faults) throws IOException {
        var missed = new ArrayList<Fault>();
        for (var fault : faults) if (!found(fault)) missed.add(fault);
        return missed;
    }

    /** A finding of that rule which the clean draft does not have, with its article, and its evidence where the fault is. */
    private static boolean found(Fault fault) throws IOException {
        var clean = Drafts.clean(fault.draft());
        var planted = fault.planted();
        assertThat(planted).isNotEqualTo(clean);
        int first = 0;
        while (planted.charAt(first) == clean.charAt(first)) first++;
        int place = first;
        var before = new HashSet<String>();
        for (var finding : Drafts.check(Drafts.clean(fault.draft()))) before.add(finding.key());
        return Drafts.check(fault.planted()).stream()
                .filter(f -> f.rule().code().equals(fault.rule()) && f.alarm() && !before.contains(f.key()))
                .anyMatch(f -> !f.article().isEmpty() && f.evidence().stream().anyMatch(e -> near(e, place)));
    }

    /** What is missing has no words: it is shown where it should stand. */
    private static boolean near(MachineFinding.Evidence evidence, int place) {
        return evidence.quote().isEmpty()
                || evidence.span().start() <= place + 300
                        && place <= evidence.span().end() + 300;
    }
}
