package vn.qppl.people;

/**
 * A person is about to be deactivated or moved to another organisation: heard in the same transaction, so that a listener can refuse by
 * throwing a {@link vn.qppl.web.ProblemException}.
 *
 * @param organisationId the organisation they leave
 */
public record PersonLeaving(long personId, long organisationId) {}
