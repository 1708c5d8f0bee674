package org.collegium.assessment.exam;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.OtherStaff;
import org.collegium.enrolment.RunGroup;
import org.collegium.enrolment.RunGroupId;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What groups of a run are given in its quizzes, for all who are in them as long as they are ({@link GroupTerms}). Groups and who is in
 * them are read from enrolment, and nothing else of it. Each operation has one query to see whose run it is.
 */
@Service
public class GroupAccommodations {

    private static final String MAY = "@runAccess.may('" + ExamPermissions.ACCOMMODATE + "', #run)";
    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    private final JdbcClient jdbc;
    private final AccommodationRows rows;
    private final GroupTerms terms;
    private final RetriedTransactions transactions;
    private final OtherStaff others;
    private final Access access;
    private final Clock clock;

    GroupAccommodations(
            JdbcClient jdbc,
            AccommodationRows rows,
            GroupTerms terms,
            RetriedTransactions transactions,
            OtherStaff others,
            Access access,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.terms = terms;
        this.transactions = transactions;
        this.others = others;
        this.access = access;
        this.clock = clock;
    }

    /** What groups of a run were given, by their names; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<GroupAccommodation> list(CourseRunId run, PageRequest page) {
        return jdbc.sql("select " + AccommodationRows.GIVEN + """
                        , given.id, run_group.id, run_group.name,
                            (select count(*) from run_group_member where group_id = run_group.id), giver.name, given.given_at
                        from quiz_group_accommodation given join run_group on run_group.id = given.group_id
                        left join account giver on giver.id = given.given_by
                        where given.run_id = :run order by run_group.name, given.unit_key limit :limit offset :offset
                        """)
                .param("run", run.value())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> new GroupAccommodation(
                        row.getObject(8, UUID.class),
                        new RunGroup(new RunGroupId(row.getObject(9, UUID.class)), row.getString(10), row.getInt(11)),
                        AccommodationRows.data(row, 1, NOBODY),
                        Objects.requireNonNullElse(row.getString(12), ""),
                        Times.sure(row, 13)))
                .list();
    }

    /** How many {@link #list} has; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run) {
        return jdbc.sql("select count(*) from quiz_group_accommodation where run_id = ?")
                .param(run.value())
                .query(Integer.class)
                .single();
    }

    /**
     * Gives a group something, in the place of what it was given for the same quiz before, and writes to its learners. It holds at once, also
     * for attempts under way.
     *
     * @param model what each of them is given; its learner is not looked at
     * @throws RuleViolation when there is no such group, or one is in it oneself and somebody else may
     */
    @PreAuthorize(MAY)
    public void give(CourseRunId run, RunGroupId group, AccommodationData model) {
        transactions.run(() -> {
            List<AccountId> members = held(run, group.value());
            UUID giver = access.actorId();
            rows.writeGroup(run, group.value(), model, giver, clock.instant());
            terms.settle(run, members);
            return true;
        });
    }

    /**
     * Takes back what a group was given; attempts under way keep the time they have.
     *
     * @return what it was; empty when it was taken back before
     * @throws RuleViolation when one is in the group oneself and somebody else may
     */
    @PreAuthorize(MAY)
    public Optional<AccommodationData> takeBack(CourseRunId run, UUID accommodation) {
        return transactions.run(() -> {
            Optional<UUID> group = jdbc.sql("select group_id from quiz_group_accommodation where id = ? and run_id = ?")
                    .params(accommodation, run.value())
                    .query(UUID.class)
                    .optional();
            if (group.isEmpty()) {
                return Optional.empty();
            }
            List<AccountId> members = held(run, group.get());
            Optional<AccommodationData> before = jdbc.sql("select " + AccommodationRows.GIVEN
                            + " from quiz_group_accommodation given where given.id = ? for update")
                    .param(accommodation)
                    .query((row, number) -> AccommodationRows.data(row, 1, NOBODY))
                    .optional();
            jdbc.sql("delete from quiz_group_accommodation where id = ?")
                    .param(accommodation)
                    .update();
            terms.settle(run, members);
            return before;
        });
    }

    /** Who is in a group; nobody comes or goes until the end of the transaction. */
    private List<AccountId> held(CourseRunId run, UUID group) {
        if (!rows.hold(run).contains(group)) {
            throw new RuleViolation("assessment.given.group.gone");
        }
        List<AccountId> members = jdbc
                .sql("select learner_id from run_group_member where group_id = ? order by learner_id")
                .param(group)
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
        if (members.stream().anyMatch(member -> others.decideFor(run, member))) {
            throw new RuleViolation("assessment.given.own");
        }
        return members;
    }
}
