package org.collegium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.FullApplicationTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No module forgets what it keeps about people. */
@Tag("module")
@FullApplicationTest
class PersonalDataTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<PersonalDataExport> exports;

    @Test
    void everyTableThatRefersToAPersonHasARule() {
        Set<String> declared =
                exports.stream().flatMap(export -> export.tables().stream()).collect(Collectors.toSet());

        assertThat(tablesAboutPeople())
                .as("tables with a column that refers to a person; declare them in a PersonalDataExport and remove"
                        + " their rows on AccountErased")
                .isNotEmpty()
                .isSubsetOf(declared);
    }

    @Test
    void noRuleIsAboutATableThatDoesNotExist() {
        List<String> tables = jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = database()")
                .query(String.class)
                .list();

        assertThat(tables)
                .containsAll(exports.stream()
                        .flatMap(export -> export.tables().stream())
                        .toList());
    }

    @Test
    void thePartsHaveNamesOfTheirOwn() {
        assertThat(exports).extracting(PersonalDataExport::name).doesNotHaveDuplicates();
    }

    private List<String> tablesAboutPeople() {
        return jdbc.sql("""
                        select distinct table_name from information_schema.columns
                        where table_schema = database()
                          and (column_comment like 'person:%'
                               or column_name regexp '(^|_)(account|learner|person|author|owner|recipient|holder)(_id)?$'
                               or column_name regexp '_by$')
                          and data_type = 'uuid'
                        order by table_name
                        """).query(String.class).list();
    }
}
