package vn.qppl.work;

import org.jspecify.annotations.Nullable;
import vn.qppl.procedure.Deadline;

/**
 * A task to open.
 *
 * @param objectType kind of what it is about, as in the history: {@code dossier}
 * @param key what is to be done with it: {@code appraise}; an object has one open task of each key
 * @param subject name of the object, as a person calls it
 * @param title what is to be done: "Thẩm định dự thảo"
 * @param nextAction words of the button: "Mở bàn thẩm định"
 * @param link address in the workspace, beginning with a slash
 * @param unitId organisation that has it to do
 * @param assigneeId person who has it to do; null: anyone of the unit may take it
 * @param deadline null where nothing is due
 * @param waitingFor what or whom it waits for; null where it can be done now
 */
public record NewTask(
        String objectType,
        long objectId,
        String key,
        String subject,
        String title,
        String nextAction,
        String link,
        long unitId,
        @Nullable Long assigneeId,
        @Nullable Deadline deadline,
        @Nullable String waitingFor) {}
