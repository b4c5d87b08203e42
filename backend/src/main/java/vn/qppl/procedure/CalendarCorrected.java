package vn.qppl.procedure;

import java.time.LocalDate;

/**
 * A day became working or off. Published in the transaction of the correction: whoever keeps dates counted over it (tasks carry copies)
 * counts their open deadlines anew after commit.
 */
public record CalendarCorrected(LocalDate day) {}
