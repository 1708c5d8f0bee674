package org.collegium.assessment.marking;

import java.time.Clock;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.Access;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the answers to the quizzes of a run are marked. */
@Service
public class MarkingSettings {

    static final String MAY = "@runAccess.may('" + MarkingPermissions.MARK + "', #run)";

    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    MarkingSettings(JdbcClient jdbc, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /** What holds for a quiz; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public MarkingSetting of(CourseRunId run, String unitKey) {
        return jdbc.sql("""
                        select anonymous, second_percent, differing_percent, step from quiz_marking_setting
                        where run_id = ? and unit_key = ?
                        """)
                .params(run.value(), unitKey)
                .query((row, number) ->
                        new MarkingSetting(row.getBoolean(1), row.getInt(2), row.getInt(3), row.getDouble(4)))
                .optional()
                .orElse(MarkingSetting.USUAL);
    }

    /** Sets what holds from now on. Marks that were given stay; how many are marked twice is decided with the first mark of each answer. */
    @PreAuthorize(MAY)
    @Transactional
    public void set(CourseRunId run, String unitKey, MarkingSetting setting) {
        jdbc.sql("""
                        insert into quiz_marking_setting
                            (run_id, unit_key, anonymous, second_percent, differing_percent, step, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update anonymous = values(anonymous), second_percent = values(second_percent),
                            differing_percent = values(differing_percent), step = values(step),
                            changed_by = values(changed_by), changed_at = values(changed_at)
                        """)
                .param(run.value())
                .param(unitKey)
                .param(setting.anonymous())
                .param(setting.secondPercent())
                .param(setting.differingPercent())
                .param(setting.step())
                .param(access.actorId())
                .param(clock.instant())
                .update();
    }
}
