package org.collegium.courses.git;

import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code course_git_key}: the keys with which people begin courses by SSH, one for each partner. A course that begins takes it along. */
@Component
class GitBeginningKeys {

    private final JdbcClient jdbc;
    private final GitSecrets secrets;

    GitBeginningKeys(JdbcClient jdbc, GitSecrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    Optional<KeyPair> find(PartnerId partner, AccountId person) {
        return jdbc.sql("select ssh_key, ssh_key_master, ssh_key_public from course_git_key"
                        + " where partner_id = ? and account_id = ?")
                .params(partner.value(), person.value())
                .query((row, number) -> secrets.key(
                        partner, person, new GitRows.Sealed(row.getBytes(1), row.getString(2)), row.getString(3)))
                .optional();
    }

    /** The public part; a new key where there is none. */
    String line(PartnerId partner, AccountId person, Instant now) {
        if (find(partner, person).isEmpty()) {
            KeyPair made = DeployKey.make();
            GitRows.Sealed sealed = secrets.sealKey(partner, person, made);
            jdbc.sql("""
                            insert ignore into course_git_key
                                (partner_id, account_id, ssh_key, ssh_key_master, ssh_key_public, made_at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            partner.value(),
                            person.value(),
                            sealed.bytes(),
                            sealed.master(),
                            DeployKey.line(made.getPublic()),
                            utc(now))
                    .update();
        }
        return jdbc.sql("select ssh_key_public from course_git_key where partner_id = ? and account_id = ?")
                .params(partner.value(), person.value())
                .query(String.class)
                .single();
    }

    /** A course has it now. */
    void remove(PartnerId partner, AccountId person) {
        jdbc.sql("delete from course_git_key where partner_id = ? and account_id = ?")
                .params(partner.value(), person.value())
                .update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from course_git_key where made_at < ?")
                .param(utc(before))
                .update();
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
