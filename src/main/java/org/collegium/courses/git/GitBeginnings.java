package org.collegium.courses.git;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code course_import_git}: from where courses begin. */
@Component
class GitBeginnings {

    private final JdbcClient jdbc;

    GitBeginnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From where an import fetches.
     *
     * @param token null where the repository is public
     */
    record Beginning(GitPlace place, String user, GitRows.@Nullable Sealed token) {}

    void add(UUID job, Beginning beginning) {
        GitRows.Sealed token = beginning.token();
        jdbc.sql("""
                        insert into course_import_git (import_id, address, branch, folder, user_name, token, token_master)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(job)
                .param(beginning.place().address())
                .param(beginning.place().branch())
                .param(beginning.place().folder())
                .param(beginning.user())
                .param(token == null ? null : token.bytes())
                .param(token == null ? null : token.master())
                .update();
    }

    Optional<Beginning> find(UUID job) {
        return jdbc.sql("select address, branch, folder, user_name, token, token_master from course_import_git"
                        + " where import_id = ?")
                .param(job)
                .query((row, number) -> new Beginning(
                        new GitPlace(row.getString(1), row.getString(2), row.getString(3)),
                        row.getString(4),
                        row.getBytes(5) == null ? null : new GitRows.Sealed(row.getBytes(5), row.getString(6))))
                .optional();
    }

    /** What is known of the server; what it shows now, where nothing was. */
    String met(UUID job, String shown) {
        jdbc.sql("update course_import_git set host_key = ? where import_id = ? and host_key is null")
                .params(shown, job)
                .update();
        return host(job).orElse("");
    }

    /** What is known of the server by now. */
    Optional<String> host(UUID job) {
        return jdbc.sql("select host_key from course_import_git where import_id = ? and host_key is not null")
                .param(job)
                .query(String.class)
                .optional();
    }

    /** Those of imports that ended before this, or in a way in which they are not begun again. */
    void forget(Instant before) {
        jdbc.sql("""
                        delete from course_import_git where import_id in
                            (select id from course_import_job where ended_at < ?
                                 or (ended_at is not null and outcome not in ('CONFLICTING', 'FAILED')))
                        """).param(LocalDateTime.ofInstant(before, ZoneOffset.UTC)).update();
    }

    void remove(UUID job) {
        jdbc.sql("delete from course_import_git where import_id = ?").param(job).update();
    }
}
