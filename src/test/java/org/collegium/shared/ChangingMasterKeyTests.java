package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.JobsRest;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.IssuerKey;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.enrolment.StudyFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.support.TransactionOperations;

@Tag("module")
@FullApplicationTest
@JobsRest
class ChangingMasterKeyTests {

    @Autowired
    private ChangingMasterKey changing;

    @Autowired
    private MasterKey master;

    @Autowired
    private IssuerKeys keys;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    @Autowired
    private TransactionOperations transaction;

    @Value("${collegium.data}")
    private Path data;

    private final UUID partner = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final byte[] secret = "private".getBytes(StandardCharsets.US_ASCII);
    private MasterKey next;
    private IssuerKey key;

    @BeforeEach
    void aKeyOfAnIssuerAndOneForARepository() throws IOException {
        byte[] fresh = new byte[32];
        fresh[5] = 7;
        next = new MasterKey(Base64.getEncoder().encodeToString(fresh), Files.readString(data.resolve("master-key")));
        new StudyFixtures(jdbc, people).signInAsStaff(CredentialsPermissions.KEYS);
        key = keys.rotate(new Issuer(partner));
        jdbc.sql("insert into course_git_key values (?, ?, ?, ?, 'ssh-ed25519 AAAA', now())")
                .params(List.of(partner.toString(), person.toString(), master.encrypt(owner(), secret), master.name()))
                .update();
    }

    @AfterEach
    void clean() {
        jdbc.sql("delete from course_git_key where partner_id = ?")
                .params(partner.toString())
                .update();
        SecurityContextHolder.clearContext();
    }

    @Test
    void allSecretsAreUnderTheNewMasterKeyAndNoneWasLost() {
        transaction.executeWithoutResult(status -> {
            int under = jdbc.sql("select count(*) from issuer_key where master_key = ?")
                    .params(master.name())
                    .query(Integer.class)
                    .single();

            assertThat(changing.change(next)).isGreaterThan(under);

            for (String column : List.of(
                    "issuer_key.master_key",
                    "course_git.token_master",
                    "course_git.secret_master",
                    "course_git.ssh_key_master",
                    "course_import_git.token_master",
                    "course_git_key.ssh_key_master")) {
                String[] parts = column.split("\\.");
                assertThat(jdbc.sql("select count(*) from " + parts[0] + " where " + parts[1] + " = ?")
                                .params(master.name())
                                .query(Integer.class)
                                .single())
                        .as(column)
                        .isZero();
            }
            byte[] seed = next.decrypt(key.id(), bytes("issuer_key", "private_key", "id", key.id()), next.name());
            assertThat(seed).hasSize(32);
            assertThat(next.decrypt(owner(), bytes("course_git_key", "ssh_key", "partner_id", partner), next.name()))
                    .isEqualTo(secret);
            assertThat(changing.change(next)).as("a second start finds nothing").isZero();
            status.setRollbackOnly();
        });
    }

    @Test
    void whenOneIsBrokenNoneIsChanged() {
        jdbc.sql("update course_git_key set ssh_key = ? where partner_id = ?")
                .params(List.of(new byte[60], partner.toString()))
                .update();

        assertThatThrownBy(() -> changing.change(next))
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.code()).isEqualTo("credentials.keys.changed"));

        assertThat(jdbc.sql("select count(*) from issuer_key where master_key = ?")
                        .params(next.name())
                        .query(Integer.class)
                        .single())
                .isZero();
        byte[] seed = master.decrypt(key.id(), bytes("issuer_key", "private_key", "id", key.id()), master.name());
        assertThat(seed).hasSize(32);
    }

    private byte[] bytes(String table, String column, String by, UUID id) {
        return jdbc.sql("select " + column + " from " + table + " where " + by + " = ?")
                .params(id.toString())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private UUID owner() {
        return UUID.nameUUIDFromBytes(("git-begin-key/" + partner + "/" + person).getBytes(StandardCharsets.US_ASCII));
    }
}
