package org.collegium.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.identity.PeopleFilter;
import org.collegium.identity.PersonListItem;
import org.collegium.identity.Role;
import org.collegium.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the list of people as operators see it. */
@Component
public class PeopleQuery {

    private static final String MATCHING = """
            from account
            where (:text = '' or name like concat('%', :text, '%') or email like concat(:text, '%'))
              and (:role = '' or exists (
                    select 1 from account_role where account_role.account_id = account.id and account_role.role = :role))
            """;

    private final JdbcClient jdbc;

    PeopleQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** People by name; two queries. */
    public List<PersonListItem> list(PeopleFilter filter, PageRequest page) {
        List<PersonListItem> found = jdbc.sql("select id, name, email, confirmed_at, created_at " + MATCHING
                        + "order by name, id limit :limit offset :offset")
                .param("text", text(filter))
                .param("role", role(filter))
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> person(row))
                .list();
        if (found.isEmpty()) {
            return found;
        }
        Map<UUID, Set<Role>> roles = roles(found);
        return found.stream()
                .map(person -> new PersonListItem(
                        person.id(),
                        person.name(),
                        person.email(),
                        person.confirmed(),
                        roles.getOrDefault(person.id().value(), Set.of()),
                        person.registeredAt()))
                .toList();
    }

    /** How many there are; one query. */
    public int count(PeopleFilter filter) {
        return jdbc.sql("select count(*) " + MATCHING)
                .param("text", text(filter))
                .param("role", role(filter))
                .query(Integer.class)
                .single();
    }

    private Map<UUID, Set<Role>> roles(List<PersonListItem> people) {
        Map<UUID, Set<Role>> roles = new HashMap<>();
        jdbc.sql("select account_id, role from account_role where account_id in (:ids)")
                .param(
                        "ids",
                        people.stream().map(person -> person.id().toString()).toList())
                .query(row -> {
                    roles.computeIfAbsent(
                                    UUID.fromString(row.getString("account_id")), absent -> EnumSet.noneOf(Role.class))
                            .add(Role.valueOf(row.getString("role")));
                });
        return roles;
    }

    private static PersonListItem person(ResultSet row) throws SQLException {
        return new PersonListItem(
                new AccountId(UUID.fromString(row.getString("id"))),
                row.getString("name"),
                row.getString("email"),
                row.getObject("confirmed_at") != null,
                Set.of(),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static String text(PeopleFilter filter) {
        return filter.text().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static String role(PeopleFilter filter) {
        return filter.role() == null ? "" : filter.role().name();
    }
}
