package vn.qppl.procedure;

import java.util.List;

/**
 * How a step may end and where it leads.
 *
 * @param next codes of the steps that may follow; empty: the case ends
 * @param reasonRequired whether it stands only with a reason
 */
public record Outcome(String code, String name, List<String> next, boolean reasonRequired, Certainty certainty) {}
