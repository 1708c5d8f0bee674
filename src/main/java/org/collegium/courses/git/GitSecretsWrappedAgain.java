package org.collegium.courses.git;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.collegium.courses.CourseId;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.KeptSecrets;
import org.collegium.shared.MasterKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens, keys and secrets for Git servers, when the master key is changed for another. */
@Repository
class GitSecretsWrappedAgain implements KeptSecrets {

    private static final List<Column> COLUMNS = List.of(
            new Column("course_git", "token", List.of("course_id"), ids -> GitSecrets.token(course(ids))),
            new Column("course_git", "secret", List.of("course_id"), ids -> GitSecrets.secret(course(ids))),
            new Column("course_git", "ssh_key", List.of("course_id"), ids -> GitSecrets.key(course(ids))),
            new Column("course_import_git", "token", List.of("import_id"), ids -> GitSecrets.beginning(ids.getFirst())),
            new Column(
                    "course_git_key",
                    "ssh_key",
                    List.of("partner_id", "account_id"),
                    ids -> GitSecrets.key(new PartnerId(ids.getFirst()), new AccountId(ids.getLast()))));

    private final JdbcClient database;

    GitSecretsWrappedAgain(JdbcClient database) {
        this.database = database;
    }

    /**
     * Where such secrets lie; beside each column another one names the master key.
     *
     * @param owner to whom a secret is bound, by the key of its row
     */
    private record Column(String table, String name, List<String> key, Function<List<UUID>, UUID> owner) {}

    private record Secret(List<UUID> row, GitRows.Sealed kept) {}

    @Override
    public int wrapAgain(MasterKey master) {
        return COLUMNS.stream().mapToInt(column -> wrapAgain(column, master)).sum();
    }

    private int wrapAgain(Column column, MasterKey master) {
        List<Secret> found = database.sql("SELECT %s, %s, %s_master FROM %s WHERE %s_master = ? FOR UPDATE"
                        .formatted(
                                String.join(", ", column.key()),
                                column.name(),
                                column.name(),
                                column.table(),
                                column.name()))
                .param(master.other().orElseThrow())
                .query((row, number) -> read(row, column))
                .list();
        for (Secret secret : found) {
            List<Object> values = new ArrayList<>();
            values.add(master.wrapAgain(
                    column.owner().apply(secret.row()), secret.kept().bytes()));
            values.add(master.name());
            secret.row().forEach(id -> values.add(id.toString()));
            database.sql("UPDATE %s SET %s = ?, %s_master = ? WHERE %s"
                            .formatted(
                                    column.table(),
                                    column.name(),
                                    column.name(),
                                    String.join(" = ? AND ", column.key()) + " = ?"))
                    .params(values)
                    .update();
        }
        return found.size();
    }

    private static Secret read(ResultSet row, Column column) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        for (String key : column.key()) {
            ids.add(UUID.fromString(row.getString(key)));
        }
        return new Secret(
                List.copyOf(ids),
                new GitRows.Sealed(row.getBytes(column.name()), row.getString(column.name() + "_master")));
    }

    private static CourseId course(List<UUID> ids) {
        return new CourseId(ids.getFirst());
    }
}
