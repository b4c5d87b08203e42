package vn.qppl.text;

import java.time.Duration;

/**
 * What one file may cost.
 *
 * @param time for a file; each page under OCR may take as long again
 * @param heapMegabytes of the child process
 * @param fileBytes larger files are refused unopened
 * @param characters of text; a file that gives more is refused, not cut
 * @param filesPerChild a child is replaced after so many, so that leaks of parsers do not add up
 */
public record ExtractionLimits(Duration time, int heapMegabytes, long fileBytes, int characters, int filesPerChild) {

    public static ExtractionLimits standard() {
        return new ExtractionLimits(Duration.ofSeconds(90), 640, 200L * 1024 * 1024, 40_000_000, 2_000);
    }
}
