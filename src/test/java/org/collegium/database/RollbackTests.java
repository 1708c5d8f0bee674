package org.collegium.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every change of the database can be taken back, on a server of its own. */
@Tag("module")
class RollbackTests {

    private static EmbeddedDatabase server;

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(
                Path.of("target", "test-data", "rollback").toAbsolutePath(),
                List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=32M"));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void everyChangeIsTakenBackOneByOneAndMadeAgain() throws SQLException, LiquibaseException {
        try (Connection connection = emptySchema();
                Liquibase liquibase = new Liquibase(
                        "db-changelog/changelog.yaml",
                        new ClassLoaderResourceAccessor(),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
            List<ChangeSet> changes = liquibase.getDatabaseChangeLog().getChangeSets();
            assertThat(changes).hasSizeGreaterThan(20);

            liquibase.update(new Contexts());
            List<String> made = schema(connection);
            assertThat(made).hasSizeGreaterThan(100);

            for (int left = changes.size(); left > 0; left--) {
                liquibase.rollback(1, new Contexts(), new LabelExpression());
                assertThat(liquibase.getDatabase().getRanChangeSetList())
                        .as("after taking back %s", changes.get(left - 1))
                        .hasSize(left - 1);
            }
            assertThat(schema(connection)).as("what is left").isEmpty();

            liquibase.update(new Contexts());
            assertThat(schema(connection)).isEqualTo(made);
        }
    }

    private static Connection emptySchema() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + EmbeddedDatabase.SCHEMA);
            statement.execute("CREATE DATABASE " + EmbeddedDatabase.SCHEMA);
        }
        return connection();
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(server.url(), EmbeddedDatabase.USER, server.password());
    }

    /** Columns and indexes of all tables but Liquibase's own. */
    private static List<String> schema(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select concat_ws(' ', table_name, column_name, column_type, is_nullable, column_default,
                            collation_name)
                        from information_schema.columns
                        where table_schema = database() and table_name not like 'DATABASECHANGELOG%'
                        union all
                        select concat_ws(' ', table_name, index_name, seq_in_index, column_name, non_unique)
                        from information_schema.statistics
                        where table_schema = database() and table_name not like 'DATABASECHANGELOG%'
                        order by 1
                        """)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
