package org.collegium.assessment;

import java.util.Optional;
import java.util.UUID;
import org.collegium.content.BlobId;
import org.collegium.shared.Unguarded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys that quizzes of a run are graded by since they were corrected. A version never changes, so a correction belongs to the run
 * and to the file by which its attempts were asked.
 */
@Component
@Unguarded("part of grading, and of permitted work on keys")
public class CorrectedKeys {

    private final JdbcClient jdbc;

    CorrectedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A key that holds.
     *
     * @param key the file with it
     * @param regrade that made it hold
     */
    public record Correction(BlobId key, UUID regrade) {}

    /** What holds for attempts that are asked by a file; empty where nothing was corrected. One query. */
    public Optional<Correction> of(UUID run, String unitKey, BlobId asked) {
        return jdbc.sql("""
                        select key_sha256, regrade_id from quiz_correction
                        where run_id = ? and unit_key = ? and quiz_sha256 = ?
                        """)
                .params(run, unitKey, asked.sha256())
                .query((row, number) -> new Correction(new BlobId(row.getString(1)), row.getObject(2, UUID.class)))
                .optional();
    }

    /** Makes a key hold from now on. Part of a transaction. */
    public void hold(UUID run, String unitKey, BlobId asked, Correction correction) {
        jdbc.sql("""
                        insert into quiz_correction (run_id, unit_key, quiz_sha256, key_sha256, regrade_id)
                        values (?, ?, ?, ?, ?)
                        on duplicate key update key_sha256 = values(key_sha256), regrade_id = values(regrade_id)
                        """)
                .params(run, unitKey, asked.sha256(), correction.key().sha256(), correction.regrade())
                .update();
    }
}
