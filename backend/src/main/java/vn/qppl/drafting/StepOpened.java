package vn.qppl.drafting;

import java.time.LocalDate;
import vn.qppl.procedure.Activity;

/** A dossier entered a step: heard in the same transaction. */
public record StepOpened(long dossierId, long stepId, long holderId, Activity activity, LocalDate on) {}
