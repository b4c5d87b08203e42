package vn.qppl.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.audit.History;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.PersonLeaving;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Permission;

/** Taking tasks and handing them over. */
@Service
class Desk {
    /** One transaction's worth; who has more open tasks than this hands over again. */
    private static final int MOST_AT_ONCE = 1000;

    private final TaskRows rows;
    private final Tasks tasks;
    private final OrganisationDirectory people;
    private final History history;

    Desk(TaskRows rows, Tasks tasks, OrganisationDirectory people, History history) {
        this.rows = rows;
        this.tasks = tasks;
        this.people = people;
        this.history = history;
    }

    Task get(long id) {
        return rows.find(id).filter(this::mayRead).orElseThrow(WorkProblem.NO_SUCH_TASK::asException);
    }

    private boolean mayRead(Task task) {
        var me = SignedIn.now();
        return task.unit().id() == me.organisationId() || isMine(task) || me.may(Permission.READ_AUDIT);
    }

    @Transactional
    public void take(long id, long version) {
        var task = held(id, version);
        if (task.unit().id() != SignedIn.now().organisationId()) throw WorkProblem.NO_SUCH_TASK.asException();
        if (task.assignee() != null)
            throw WorkProblem.TAKEN.with("by", task.assignee().displayName());
        tasks.give(task, SignedIn.now().id(), null);
    }

    /** @param to null: back to the unit, for anyone to take */
    @Transactional
    public void handOver(long id, long version, @Nullable Long to, String reason) {
        var task = held(id, version);
        if (!mayHandOver(task)) throw WorkProblem.NOT_YOURS.asException();
        if (to != null) checkColleague(task.unit().id(), to);
        tasks.give(task, to, reason);
    }

    /**
     * All that a person of a unit has to do.
     *
     * @return how many were handed over
     */
    @Transactional
    public int handOverAll(long from, @Nullable Long to, String reason) {
        var me = SignedIn.now();
        int handed = 0;
        for (var task : rows.open(
                new TaskRows.Whose(from, me.may(Permission.MANAGE_PEOPLE) ? null : me.organisationId()),
                TaskRows.Show.ALL,
                TaskRows.NEVER,
                null,
                MOST_AT_ONCE)) {
            var held = rows.lock(task.id()).orElseThrow();
            if (!held.isOpen() || held.assignee() == null || held.assignee().id() != from) continue;
            if (to != null) checkColleague(held.unit().id(), to);
            tasks.give(held, to, reason);
            handed++;
        }
        return handed;
    }

    /** Whoever leaves hands over first: what nobody has is what nobody does. */
    @EventListener
    void refuseToLeaveWorkBehind(PersonLeaving leaving) {
        int open = rows.openOf(leaving.personId());
        if (open > 0) throw WorkProblem.OPEN_WORK.with("count", open);
    }

    /** What the caller may do with it now. */
    List<String> actions(Task task) {
        var me = SignedIn.now();
        if (!task.isOpen()) return List.of();
        if (mayHandOver(task)) return List.of("handOver");
        boolean free =
                task.assignee() == null && task.unit().id() == me.organisationId() && me.may(Permission.DO_CASEWORK);
        return free ? List.of("take") : List.of();
    }

    private boolean mayHandOver(Task task) {
        var me = SignedIn.now();
        if (isMine(task)) return me.may(Permission.DO_CASEWORK);
        boolean inReach = task.unit().id() == me.organisationId() || me.may(Permission.MANAGE_PEOPLE);
        return inReach && me.may(Permission.ASSIGN_WORK);
    }

    private static boolean isMine(Task task) {
        return task.assignee() != null && task.assignee().id() == SignedIn.now().id();
    }

    private Task held(long id, long version) {
        var task = rows.lock(id).filter(this::mayRead).orElseThrow(WorkProblem.NO_SUCH_TASK::asException);
        if (!task.isOpen()) throw WorkProblem.ENDED.asException();
        if (task.version() != version)
            throw WorkProblem.CHANGED_MEANWHILE.with(history.conflict(Tasks.object(id), task.version()));
        return task;
    }

    private void checkColleague(long unitId, long person) {
        if (people.colleagues(unitId, Permission.DO_CASEWORK).stream().noneMatch(colleague -> colleague.id() == person))
            throw WorkProblem.NOT_A_COLLEAGUE.asException();
    }
}
