package org.collegium.courses.git;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code course_git}. */
@Component
class GitRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient jdbc;

    GitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something secret as it is kept, and the name of the master key that encrypts it. */
    static final class Sealed {

        private final byte[] bytes;
        private final String master;

        Sealed(byte[] bytes, String master) {
            this.bytes = bytes.clone();
            this.master = master;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        String master() {
            return master;
        }
    }

    Optional<GitConnection> find(CourseId course) {
        return jdbc.sql("""
                        select course_id, address, branch, folder, user_name, token is not null as has_token,
                               ssh_key_public, host_key, secret is not null as has_secret, known_commit, job, job_details, asked_at, asked_by,
                               begun_at, ended_at, outcome
                        from course_git where course_id = ?
                        """)
                .param(course.value())
                .query((row, number) -> read(row))
                .optional();
    }

    Optional<Sealed> token(CourseId course) {
        return kept("select token, token_master from course_git where course_id = ? and token is not null", course);
    }

    /** The key for SSH; its public part is in the connection. */
    Optional<Sealed> key(CourseId course) {
        return kept(
                "select ssh_key, ssh_key_master from course_git where course_id = ? and ssh_key is not null", course);
    }

    Optional<Sealed> secret(CourseId course) {
        return kept("select secret, secret_master from course_git where course_id = ? and secret is not null", course);
    }

    private Optional<Sealed> kept(String query, CourseId course) {
        return jdbc.sql(query)
                .param(course.value())
                .query((row, number) -> new Sealed(row.getBytes(1), row.getString(2)))
                .optional();
    }

    /** Connects, or connects elsewhere; the token of before stays when {@code keepToken} says so. False while a job goes on. */
    boolean connect(CourseId course, GitPlace place, String user, @Nullable Sealed token, boolean keepToken) {
        int there = jdbc.sql("""
                        update course_git set known_commit = if(address = :address and branch = :branch
                               and folder = :folder, known_commit, null),
                               address = :address, branch = :branch, folder = :folder, user_name = :user,
                               token = if(:keep, token, :token), token_master = if(:keep, token_master, :master),
                               job = null, job_details = null, asked_at = null, asked_by = null, begun_at = null,
                               ended_at = null, outcome = null
                        where course_id = :course and (job is null or ended_at is not null)
                        """)
                .param("course", course.value())
                .param("address", place.address())
                .param("branch", place.branch())
                .param("folder", place.folder())
                .param("user", user)
                .param("keep", keepToken)
                .param("token", token == null ? null : token.bytes())
                .param("master", token == null ? null : token.master())
                .update();
        if (there == 0 && find(course).isPresent()) {
            return false;
        }
        if (there == 0) {
            jdbc.sql("""
                            insert into course_git (course_id, address, branch, folder, user_name, token, token_master)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(course.value())
                    .param(place.address())
                    .param(place.branch())
                    .param(place.folder())
                    .param(user)
                    .param(token == null ? null : token.bytes())
                    .param(token == null ? null : token.master())
                    .update();
        }
        return true;
    }

    /** Has the course sign in by SSH with this key, or with none, to a server of which this is known, or nothing. */
    void key(CourseId course, @Nullable Sealed key, @Nullable String line, @Nullable String host) {
        jdbc.sql("update course_git set ssh_key = ?, ssh_key_master = ?, ssh_key_public = ?, host_key = ?"
                        + " where course_id = ?")
                .param(key == null ? null : key.bytes())
                .param(key == null ? null : key.master())
                .param(line)
                .param(host)
                .param(course.value())
                .update();
    }

    /** Notes what is known of the server, or that nothing is. */
    void host(CourseId course, @Nullable String host) {
        jdbc.sql("update course_git set host_key = ? where course_id = ?")
                .param(host)
                .param(course.value())
                .update();
    }

    /** What is known of the server; what it shows now, where nothing was. */
    String met(CourseId course, String shown) {
        jdbc.sql("update course_git set host_key = ? where course_id = ? and host_key is null")
                .params(shown, course.value())
                .update();
        return jdbc.sql("select host_key from course_git where course_id = ?")
                .param(course.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Notes the commit that the draft has. */
    void known(CourseId course, String commit) {
        jdbc.sql("update course_git set known_commit = ? where course_id = ?")
                .params(commit, course.value())
                .update();
    }

    void disconnect(CourseId course) {
        jdbc.sql("delete from course_git where course_id = ?")
                .param(course.value())
                .update();
    }

    void secret(CourseId course, @Nullable Sealed secret) {
        jdbc.sql("update course_git set secret = ?, secret_master = ? where course_id = ?")
                .param(secret == null ? null : secret.bytes())
                .param(secret == null ? null : secret.master())
                .param(course.value())
                .update();
    }

    /** Notes what is to be done; false when something is being done already, or there is no connection. */
    boolean ask(CourseId course, GitJob job, @Nullable AccountId by, Instant now) {
        String word = switch (job) {
            case GitJob.Look _ -> "LOOK";
            case GitJob.Update(boolean replace) -> replace ? "REPLACE" : "UPDATE";
            case GitJob.Push _ -> "PUSH";
        };
        return jdbc.sql("""
                                update course_git set job = ?, job_details = ?, asked_at = ?, asked_by = ?,
                                       begun_at = null, ended_at = null, outcome = null
                                where course_id = ? and (job is null or ended_at is not null)
                                """)
                        .param(word)
                        .param(job instanceof GitJob.Push push ? JSON.writeValueAsString(push) : null)
                        .param(utc(now))
                        .param(by == null ? null : by.value())
                        .param(course.value())
                        .update()
                == 1;
    }

    void begun(CourseId course, Instant now) {
        jdbc.sql("update course_git set begun_at = ? where course_id = ?")
                .param(utc(now))
                .param(course.value())
                .update();
    }

    void ended(CourseId course, GitOutcome outcome, @Nullable String knownCommit, Instant now) {
        jdbc.sql("update course_git set ended_at = ?, outcome = ?, known_commit = coalesce(?, known_commit)"
                        + " where course_id = ? and job is not null and ended_at is null")
                .param(utc(now))
                .param(JSON.writeValueAsString(outcome))
                .param(knownCommit)
                .param(course.value())
                .update();
    }

    /** Notes what a webhook said; false when it said the same before. */
    boolean hear(CourseId course, String content, Instant now, Instant forgotten) {
        jdbc.sql("delete from course_git_delivery where received_at < ?")
                .param(utc(forgotten))
                .update();
        return jdbc.sql("insert ignore into course_git_delivery (course_id, content, received_at) values (?, ?, ?)")
                        .param(course.value())
                        .param(content)
                        .param(utc(now))
                        .update()
                == 1;
    }

    private static GitConnection read(ResultSet row) throws SQLException {
        String job = row.getString("job");
        String details = row.getString("job_details");
        String outcome = row.getString("outcome");
        UUID by = row.getObject("asked_by", UUID.class);
        return new GitConnection(
                new CourseId(row.getObject("course_id", UUID.class)),
                new GitPlace(row.getString("address"), row.getString("branch"), row.getString("folder")),
                row.getString("user_name"),
                row.getBoolean("has_token"),
                row.getString("ssh_key_public"),
                row.getString("host_key"),
                row.getBoolean("has_secret"),
                row.getString("known_commit"),
                job == null ? null : job(job, details),
                time(row, "asked_at"),
                by == null ? null : new AccountId(by),
                time(row, "begun_at"),
                time(row, "ended_at"),
                Optional.ofNullable(outcome).map(text -> JSON.readValue(text, GitOutcome.class)));
    }

    private static GitJob job(String word, @Nullable String details) {
        return switch (word) {
            case "LOOK" -> new GitJob.Look();
            case "REPLACE" -> new GitJob.Update(true);
            case "PUSH" -> push(JSON.readTree(details == null ? "{}" : details));
            default -> new GitJob.Update(false);
        };
    }

    private static GitJob push(JsonNode details) {
        JsonNode version = details.path("version");
        return new GitJob.Push(
                version.isNumber() ? version.intValue() : null,
                details.path("branch").stringValue("main"),
                details.path("message").stringValue("Export"),
                details.path("named").booleanValue(false));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
