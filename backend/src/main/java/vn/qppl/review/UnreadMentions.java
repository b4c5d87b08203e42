package vn.qppl.review;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.qppl.queue.RepeatedTask;

/** Reads the mentions of documents that were there before this module was, or before its reader's present version. */
@Component
class UnreadMentions implements RepeatedTask {
    private static final int AT_ONCE = 200;

    private final Mentions mentions;
    private final MentionReading reading;

    UnreadMentions(Mentions mentions, MentionReading reading) {
        this.mentions = mentions;
        this.reading = reading;
    }

    @Override
    public String name() {
        return "read-unread-mentions";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        for (long id : mentions.unread(AT_ONCE)) reading.read(id);
    }
}
