package vn.qppl.intake;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.qppl.queue.QueuedTask;

/** Checks or enters a sheet's rows in the background, by the state the sheet is in. */
@Component
class SheetWork implements QueuedTask {
    static final String NAME = "sheet";

    /** Asked for when it runs: sheets themselves put work into the queue. */
    private final ObjectProvider<Sheets> sheets;

    SheetWork(ObjectProvider<Sheets> sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        sheets.getObject().goOn(Long.parseLong(id));
    }
}
