package vn.qppl.text;

import java.time.Duration;

/**
 * What one file may cost.
 *
 * @param time for a file; each page under OCR has {@link #pageTime} of its own
 * @param heapMegabytes of the child process
 * @param fileBytes larger files are refused unopened
 * @param characters of text; a file that gives more is refused, not cut
 * @param filesPerChild a child is replaced after so many, so that leaks of parsers do not add up
 */
public record ExtractionLimits(Duration time, int heapMegabytes, long fileBytes, int characters, int filesPerChild) {

    /** For recognising one page: seconds on a free machine, minutes on one that reads many files at once. */
    Duration pageTime() {
        return time.multipliedBy(4);
    }

    public static ExtractionLimits standard() {
        return new ExtractionLimits(Duration.ofSeconds(90), 640, 200L * 1024 * 1024, 40_000_000, 2_000);
    }
}
