package org.collegium.assessment.peer;

import java.util.List;
import java.util.UUID;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The examples of a task. */
@Component
class PeerExampleRows {

    private final JdbcClient jdbc;

    PeerExampleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PeerExample> of(UUID task) {
        return jdbc.sql(
                        "select id, number, text, levels, points, reason from peer_example where task_id = ? order by number")
                .param(task)
                .query((row, number) -> new PeerExample(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getString(3),
                        new PeerReviewData(
                                PeerReviewRows.levels(row.getString(4)), row.getDouble(5), row.getString(6))))
                .list();
    }

    void add(UUID task, int number, String text, PeerReviewData says, double points, @Nullable UUID by) {
        jdbc.sql("""
                        insert into peer_example (id, task_id, number, text, levels, points, reason, made_by)
                        values (:id, :task, :number, :text, :levels, :points, :reason, :by)
                        """)
                .param("id", Uuids.next())
                .param("task", task)
                .param("number", number)
                .param("text", text)
                .param("levels", PeerReviewRows.levels(says.levels()))
                .param("points", points)
                .param("reason", says.comment())
                .param("by", by)
                .update();
    }

    boolean remove(UUID task, UUID example) {
        return jdbc.sql("delete from peer_example where task_id = ? and id = ?")
                        .params(task, example)
                        .update()
                > 0;
    }
}
