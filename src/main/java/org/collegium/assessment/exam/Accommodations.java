package org.collegium.assessment.exam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.ClosingMoved;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.OtherStaff;
import org.collegium.enrolment.PastedLine;
import org.collegium.enrolment.RunPerson;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What single learners of a run are given in its quizzes: extra time, other dates, more attempts, and why. To search by name it
 * reads names from identity, and enrolments and groups from enrolment, and nothing else of them.
 */
@Service
public class Accommodations {

    private static final String MAY = "@runAccess.may('" + ExamPermissions.ACCOMMODATE + "', #run)";

    private static final String FROM = """
             from quiz_accommodation given join account person on person.id = given.learner_id
            left join account giver on giver.id = given.given_by
            left join quiz_group_accommodation of_group on of_group.id = given.by_group
            left join run_group on run_group.id = of_group.group_id
            where given.run_id = :run and (person.name like :text escape '!' or person.email like :text escape '!')
            """;

    private static final String COLUMNS = "select " + AccommodationRows.GIVEN + """
            , given.id, person.name, person.email, given.learner_id, giver.name, given.given_at, run_group.name
            """;

    private final JdbcClient jdbc;
    private final AccommodationRows rows;
    private final GroupTerms groups;
    private final RetriedTransactions transactions;
    private final ApplicationEventPublisher events;
    private final TellingAccommodated telling;
    private final OtherStaff others;
    private final Access access;
    private final Clock clock;

    Accommodations(
            JdbcClient jdbc,
            AccommodationRows rows,
            GroupTerms groups,
            RetriedTransactions transactions,
            ApplicationEventPublisher events,
            TellingAccommodated telling,
            OtherStaff others,
            Access access,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.groups = groups;
        this.transactions = transactions;
        this.events = events;
        this.telling = telling;
        this.others = others;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What learners of a run were given, by their names; one query, and one to see whose run it is.
     *
     * @param text part of the name or the address; empty for all
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<Accommodation> list(CourseRunId run, String text, PageRequest page) {
        return jdbc.sql(COLUMNS + FROM + " order by person.name, person.id, given.unit_key limit :limit offset :offset")
                .param("run", run.value())
                .param("text", LikePattern.anywhere(text.strip()))
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(Accommodations::accommodation)
                .list();
    }

    /** How many {@link #list} has; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run, String text) {
        return jdbc.sql("select count(*)" + FROM)
                .param("run", run.value())
                .param("text", LikePattern.anywhere(text.strip()))
                .query(Integer.class)
                .single();
    }

    /** Learners of a run to choose from, by name; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<RunPerson> learners(CourseRunId run, String text, PageRequest page) {
        return jdbc.sql("""
                        select person.id, person.name, person.email
                        from enrolment enrolment join account person on person.id = enrolment.learner_id
                        where enrolment.run_id = :run and enrolment.state = 'ACTIVE'
                        and (person.name like :text escape '!' or person.email like :text escape '!')
                        order by person.name, person.id limit :limit offset :offset
                        """)
                .param("run", run.value())
                .param("text", LikePattern.anywhere(text.strip()))
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) ->
                        new RunPerson(new AccountId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3)))
                .list();
    }

    /**
     * Gives a learner something, in the place of what they were given for the same quiz before, and writes to them. It holds at once, also
     * for attempts under way; nobody gets less time than they were told at the start.
     *
     * @throws RuleViolation when the learner is not in the run, or gives it to themselves and somebody else may
     */
    @PreAuthorize(MAY)
    public void give(CourseRunId run, AccommodationData data) {
        give(run, List.of(data));
    }

    /** As {@link #give(CourseRunId, AccommodationData)} for several learners: all of them or, when one is refused, none. */
    @PreAuthorize(MAY)
    public void give(CourseRunId run, List<AccommodationData> all) {
        transactions.run(() -> {
            Set<UUID> unused = rows.hold(run);
            telling.tell(
                    run.value(),
                    all.stream()
                            .sorted(Comparator.comparing(data -> data.learner().value()))
                            .filter(data -> giveOne(run, data))
                            .toList());
            return true;
        });
    }

    /** Returns whether it says something else than before. */
    private boolean giveOne(CourseRunId run, AccommodationData data) {
        if (!isEnrolled(run, data.learner())) {
            throw new RuleViolation("assessment.given.learner.unknown");
        }
        if (known(run, data).filter(data::equals).isPresent()) {
            return false;
        }
        refuseOwn(run, data.learner());
        rows.write(run, new AccommodationRows.Row(null, data, access.actorId()), clock.instant());
        events.publishEvent(new TermsChanged(run.value(), data.unitKey(), data.learner()));
        return true;
    }

    private Optional<AccommodationData> known(CourseRunId run, AccommodationData data) {
        return jdbc.sql(COLUMNS + FROM
                        + " and given.learner_id = :learner and given.unit_key = :unit and given.by_group is null")
                .param("run", run.value())
                .param("text", "%")
                .param("learner", data.learner().value())
                .param("unit", data.unitKey())
                .query(Accommodations::accommodation)
                .optional()
                .map(Accommodation::data);
    }

    /**
     * Learners by e-mail addresses, one in each line, whatever else stands there; empty lines are left out. One query, and one to see
     * whose run it is.
     *
     * @param unitKey of the quiz for which they are to be given something; empty for all quizzes
     * @throws RuleViolation when there are more than {@link PastedLine#MOST} lines
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<PastedLine> read(CourseRunId run, String unitKey, String text) {
        return PastedLine.read(text, emails -> known(run, unitKey, emails));
    }

    private Map<String, PastedLine.Known> known(CourseRunId run, String unitKey, Set<String> emails) {
        Map<String, PastedLine.Known> known = new HashMap<>();
        jdbc.sql("""
                        select person.id, person.name, person.email, given.id is not null
                        from account person
                        join enrolment enrolment on enrolment.learner_id = person.id
                        left join quiz_accommodation given on given.run_id = enrolment.run_id
                            and given.learner_id = person.id and given.unit_key = :unit
                        where enrolment.run_id = :run and enrolment.state = 'ACTIVE' and person.email in (:emails)
                        """)
                .param("run", run.value())
                .param("unit", unitKey)
                .param("emails", emails)
                .query(row -> {
                    RunPerson person = new RunPerson(
                            new AccountId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3));
                    known.put(person.email().toLowerCase(Locale.ROOT), new PastedLine.Known(person, row.getBoolean(4)));
                });
        return known;
    }

    /**
     * Takes back what a learner was given; attempts under way keep the time they have. What a group of theirs was given counts from then on.
     *
     * @return what it was; empty when it was taken back before, or is what a group was given
     * @throws RuleViolation when it is one's own and somebody else may
     */
    @PreAuthorize(MAY)
    public Optional<AccommodationData> takeBack(CourseRunId run, UUID accommodation) {
        return transactions.run(() -> {
            Set<UUID> unused = rows.hold(run);
            Optional<AccommodationData> known = jdbc.sql(
                            COLUMNS + FROM + " and given.id = :id and given.by_group is null for update")
                    .param("run", run.value())
                    .param("text", "%")
                    .param("id", accommodation)
                    .query(Accommodations::accommodation)
                    .optional()
                    .map(Accommodation::data);
            known.ifPresent(data -> refuseOwn(run, data.learner()));
            known.ifPresent(data -> {
                rows.remove(run, new AccommodationRows.Place(data.learner().value(), data.unitKey()));
                groups.settle(run, List.of(data.learner()));
                events.publishEvent(new ClosingMoved(run.value(), data.unitKey(), data.learner()));
            });
            return known;
        });
    }

    private void refuseOwn(CourseRunId run, AccountId learner) {
        if (others.decideFor(run, learner)) {
            throw new RuleViolation("assessment.given.own");
        }
    }

    private boolean isEnrolled(CourseRunId run, AccountId learner) {
        return jdbc.sql("select count(*) from enrolment where run_id = ? and learner_id = ? and state = 'ACTIVE'")
                        .params(run.value(), learner.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Accommodation accommodation(ResultSet row, int number) throws SQLException {
        return new Accommodation(
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getString(10),
                AccommodationRows.data(row, 1, new AccountId(row.getObject(11, UUID.class))),
                Objects.requireNonNullElse(row.getString(12), ""),
                Times.sure(row, 13),
                Objects.requireNonNullElse(row.getString(14), ""));
    }
}
