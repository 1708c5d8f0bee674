package org.collegium.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The groups of runs and who is in them; each method is one query unless it says otherwise. Names of people are read from identity. */
@Component
class RunGroupRows {

    private static final RowMapper<RunGroup> GROUP = (row, number) ->
            new RunGroup(new RunGroupId(row.getObject(1, UUID.class)), row.getString(2), row.getInt(3));

    private static final RowMapper<RunPerson> PERSON = (row, number) ->
            new RunPerson(new AccountId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3));

    private static final String GROUPS = """
            select run_group.id, run_group.name,
                (select count(*) from run_group_member where group_id = run_group.id)
            from run_group where run_group.run_id = :run
            """;

    private static final String MEMBERS = """
             from run_group_member member join account person on person.id = member.learner_id
            where member.group_id = :group and (person.name like :text escape '!' or person.email like :text escape '!')
            """;

    private final JdbcClient jdbc;

    RunGroupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RunGroup> list(CourseRunId run, String text, PageRequest page) {
        return jdbc.sql(
                        GROUPS
                                + " and run_group.name like :text escape '!' order by run_group.name, run_group.id limit :limit offset :offset")
                .param("run", run.value())
                .param("text", LikePattern.anywhere(text.strip()))
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(GROUP)
                .list();
    }

    int count(CourseRunId run) {
        return jdbc.sql("select count(*) from run_group where run_id = ?")
                .param(run.value())
                .query(Integer.class)
                .single();
    }

    Optional<RunGroup> find(CourseRunId run, RunGroupId group) {
        return jdbc.sql(GROUPS + " and run_group.id = :group")
                .param("run", run.value())
                .param("group", group.value())
                .query(GROUP)
                .optional();
    }

    /**
     * Whether there is such a group; all groups of the run are held by this transaction until its end, since what follows from one for a learner
     * depends on their others.
     */
    boolean held(CourseRunId run, RunGroupId group) {
        return jdbc.sql("select id from run_group where run_id = ? order by id for update")
                .param(run.value())
                .query(UUID.class)
                .list()
                .contains(group.value());
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another group of the run has the name */
    void insert(RunGroupId group, CourseRunId run, String name, Instant now) {
        jdbc.sql("insert into run_group (id, run_id, name, created_at) values (?, ?, ?, ?)")
                .params(group.value(), run.value(), name, now)
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another group of the run has the name */
    void rename(RunGroupId group, String name) {
        jdbc.sql("update run_group set name = ? where id = ?")
                .params(name, group.value())
                .update();
    }

    void delete(RunGroupId group) {
        jdbc.sql("delete from run_group where id = ?").param(group.value()).update();
    }

    List<RunPerson> members(RunGroupId group, String text, PageRequest page) {
        return jdbc.sql("select person.id, person.name, person.email" + MEMBERS
                        + " order by person.name, person.id limit :limit offset :offset")
                .param("group", group.value())
                .param("text", LikePattern.anywhere(text.strip()))
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(PERSON)
                .list();
    }

    int countMembers(RunGroupId group, String text) {
        return jdbc.sql("select count(*)" + MEMBERS)
                .param("group", group.value())
                .param("text", LikePattern.anywhere(text.strip()))
                .query(Integer.class)
                .single();
    }

    Set<AccountId> all(RunGroupId group) {
        Set<AccountId> all = new HashSet<>();
        jdbc.sql("select learner_id from run_group_member where group_id = ?")
                .param(group.value())
                .query(UUID.class)
                .list()
                .forEach(learner -> all.add(new AccountId(learner)));
        return all;
    }

    /** Learners of the run who are not in the group, by name. */
    List<RunPerson> others(CourseRunId run, RunGroupId group, String text, PageRequest page) {
        return jdbc.sql("""
                        select person.id, person.name, person.email
                        from enrolment enrolment join account person on person.id = enrolment.learner_id
                        where enrolment.run_id = :run and enrolment.state = 'ACTIVE'
                        and (person.name like :text escape '!' or person.email like :text escape '!')
                        and not exists (select 1 from run_group_member
                            where group_id = :group and learner_id = enrolment.learner_id)
                        order by person.name, person.id limit :limit offset :offset
                        """)
                .param("run", run.value())
                .param("group", group.value())
                .param("text", LikePattern.anywhere(text.strip()))
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(PERSON)
                .list();
    }

    /** Those of these addresses that are in the run, by the addresses, and whether they are in the group. */
    Map<String, PastedLine.Known> known(CourseRunId run, RunGroupId group, Set<String> emails) {
        Map<String, PastedLine.Known> known = new HashMap<>();
        jdbc.sql("""
                        select person.id, person.name, person.email, member.group_id is not null
                        from account person
                        join enrolment enrolment on enrolment.learner_id = person.id
                        left join run_group_member member on member.group_id = :group and member.learner_id = person.id
                        where enrolment.run_id = :run and enrolment.state = 'ACTIVE' and person.email in (:emails)
                        """)
                .param("run", run.value())
                .param("group", group.value())
                .param("emails", emails)
                .query(row -> {
                    RunPerson person = new RunPerson(
                            new AccountId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3));
                    known.put(person.email().toLowerCase(Locale.ROOT), new PastedLine.Known(person, row.getBoolean(4)));
                });
        return known;
    }

    /** How many of these are in the run; no query for none. */
    int enrolled(CourseRunId run, Collection<AccountId> learners) {
        return learners.isEmpty()
                ? 0
                : jdbc.sql(
                                "select count(*) from enrolment where run_id = :run and state = 'ACTIVE' and learner_id in (:all)")
                        .param("run", run.value())
                        .param("all", learners.stream().map(AccountId::value).toList())
                        .query(Integer.class)
                        .single();
    }

    /** Who is in the group already stays. */
    void add(RunGroupId group, Collection<AccountId> learners, Instant now) {
        List<Object> values = new ArrayList<>();
        learners.forEach(learner -> values.addAll(List.of(group.value(), learner.value(), now)));
        jdbc.sql("insert into run_group_member (group_id, learner_id, added_at) values "
                        + "(?, ?, ?), ".repeat(learners.size() - 1)
                        + "(?, ?, ?) on duplicate key update group_id = values(group_id)")
                .params(values)
                .update();
    }

    boolean remove(RunGroupId group, AccountId learner) {
        return jdbc.sql("delete from run_group_member where group_id = ? and learner_id = ?")
                        .params(group.value(), learner.value())
                        .update()
                > 0;
    }

    /** Takes a learner out of all groups of a run; returns whether they were in one. */
    boolean removeFrom(CourseRunId run, AccountId learner) {
        return jdbc.sql("""
                                delete from run_group_member where learner_id = ?
                                    and group_id in (select id from run_group where run_id = ?)
                                """).params(learner.value(), run.value()).update() > 0;
    }

    void removeAll(AccountId learner) {
        jdbc.sql("delete from run_group_member where learner_id = ?")
                .param(learner.value())
                .update();
    }

    List<Membership> ofLearner(AccountId learner) {
        return jdbc.sql("""
                        select run_group.run_id, run_group.name, member.added_at
                        from run_group_member member join run_group on run_group.id = member.group_id
                        where member.learner_id = ? order by member.added_at
                        """)
                .param(learner.value())
                .query((row, number) -> new Membership(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant()))
                .list();
    }

    /** What a person may take with them. */
    record Membership(UUID run, String group, Instant since) {}
}
