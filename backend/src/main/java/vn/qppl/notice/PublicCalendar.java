package vn.qppl.notice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.work.Task;
import vn.qppl.work.Tasks;

/**
 * The due days of one person, for a calendar programme, which cannot sign in: whoever knows the address reads them. It says no more than what
 * the person's own desk says: their open tasks, in the unit they work in now.
 */
@RestController
class PublicCalendar {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    /** RFC 5545, 3.1: octets of a line, its end not among them. */
    private static final int LONGEST_LINE = 75;

    private final CalendarAddresses addresses;
    private final Tasks tasks;
    private final Clock clock;

    PublicCalendar(CalendarAddresses addresses, Tasks tasks, Clock clock) {
        this.addresses = addresses;
        this.tasks = tasks;
        this.clock = clock;
    }

    @GetMapping("/api/public/calendar/{token}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        var owner = addresses.owner(token);
        if (owner.isEmpty()) return ResponseEntity.notFound().build();
        var now = STAMP.format(clock.instant().atOffset(ZoneOffset.UTC));
        var text = new StringBuilder();
        for (var line : new String[] {
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//QPPL//Thời hạn công việc//VI",
            "X-WR-CALNAME:Thời hạn công việc",
            "REFRESH-INTERVAL;VALUE=DURATION:PT4H"
        }) line(text, line);
        for (var task : tasks.openOf(owner.get().personId()))
            if (task.unit().id() == owner.get().organisationId()) event(text, task, now);
        line(text, "END:VCALENDAR");
        return ResponseEntity.ok()
                .header("Cache-Control", "private, no-store")
                .header("X-Robots-Tag", "noindex")
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void event(StringBuilder text, Task task, String now) {
        var due = task.dueOn();
        if (due == null) return;
        line(text, "BEGIN:VEVENT");
        line(text, "UID:task-" + task.id() + "@qppl");
        line(text, "DTSTAMP:" + now);
        line(text, "DTSTART;VALUE=DATE:" + DAY.format(due));
        line(text, "DTEND;VALUE=DATE:" + DAY.format(due.plusDays(1)));
        line(text, "SUMMARY:" + escaped("Hạn: " + task.title() + " – " + task.subject()));
        var rule = task.rule();
        if (rule != null)
            line(text, "DESCRIPTION:" + escaped(rule + (task.article() == null ? "" : " (" + task.article() + ")")));
        line(text, "TRANSP:TRANSPARENT");
        line(text, "END:VEVENT");
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Folded between characters, never within the octets of one. */
    static void line(StringBuilder text, String words) {
        int octets = 0;
        for (int i = 0; i < words.length(); ) {
            int character = words.codePointAt(i);
            int length = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += length;
            i += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
