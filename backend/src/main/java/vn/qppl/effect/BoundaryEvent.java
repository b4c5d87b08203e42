package vn.qppl.effect;

/**
 * A day that another document's own effects give: "kể từ ngày Nghị quyết X có hiệu lực", "sau 10 ngày kể từ ngày Quyết định Y hết hiệu
 * lực".
 *
 * @param days counted from that day; 0 for the day itself
 */
public record BoundaryEvent(long documentId, Event event, int days) {
    /** Which day of the other document's life. */
    public enum Event {
        BEGINS,
        ENDS
    }
}
