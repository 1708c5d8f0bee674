package org.collegium.learning;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The learners of a run with their progress. To sort and search among thousands in one query, it reads names from identity
 * and enrolments from enrolment, and nothing else of them.
 */
@Service
public class RunLearners {

    private static final String MAY = "@runAccess.may('" + LearningPermissions.VIEW_LEARNERS + "', #run)";

    private static final String FROM = """
            from Enrolment enrolment
            join Account account on account.id.value = enrolment.learnerId
            left join CourseProgress progress
                on progress.id.learnerId = enrolment.learnerId and progress.id.runId = enrolment.runId
            where enrolment.runId = :run and enrolment.state = org.collegium.enrolment.EnrolmentState.ACTIVE
            and (account.name like :text escape '!' or account.email like :text escape '!')
            and (:attention = false or coalesce(progress.stuck, 0) > 0
                or (progress.completedAt is null
                    and coalesce(progress.lastActivityAt, enrolment.joinedAt) < :silentBefore))
            """;

    private static final String ROW = """
            select new org.collegium.learning.LearnerProgress$Row(enrolment.learnerId, account.name, account.email,
                coalesce(progress.done, 0), coalesce(progress.total, 0), coalesce(progress.stuck, 0),
                enrolment.joinedAt, progress.lastActivityAt, progress.completedAt)
            """;

    private final EntityManager entities;
    private final Clock clock;

    RunLearners(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The learners of a run; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<LearnerProgress> list(CourseRunId run, LearnerFilter filter, PageRequest page) {
        Instant silentBefore = clock.instant().minus(AttentionRule.SILENCE);
        return query(ROW + FROM + order(filter), LearnerProgress.Row.class, run, filter, silentBefore)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultStream()
                .map(row -> LearnerProgress.of(row, silentBefore))
                .toList();
    }

    /** How many learners {@link #list} has; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run, LearnerFilter filter) {
        Instant silentBefore = clock.instant().minus(AttentionRule.SILENCE);
        return Math.toIntExact(query("select count(*) " + FROM, Long.class, run, filter, silentBefore)
                .getSingleResult());
    }

    /** One learner of a run, empty when they are not in it; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<LearnerProgress> find(CourseRunId run, AccountId learner) {
        Instant silentBefore = clock.instant().minus(AttentionRule.SILENCE);
        return query(
                        ROW + FROM + " and enrolment.learnerId = :learner",
                        LearnerProgress.Row.class,
                        run,
                        LearnerFilter.ALL,
                        silentBefore)
                .setParameter("learner", learner.value())
                .getResultStream()
                .map(row -> LearnerProgress.of(row, silentBefore))
                .findFirst();
    }

    private <T> TypedQuery<T> query(
            String text, Class<T> type, CourseRunId run, LearnerFilter filter, Instant silentBefore) {
        return entities.createQuery(text, type)
                .setParameter("run", run.value())
                .setParameter("text", "%" + filter.text().strip().replaceAll("[!%_]", "!$0") + "%")
                .setParameter("attention", filter.needingAttention())
                .setParameter("silentBefore", silentBefore);
    }

    private static String order(LearnerFilter filter) {
        String column = switch (filter.sort()) {
            case NAME -> "account.name";
            case PROGRESS -> "coalesce(progress.done, 0)";
            case LAST_ACTIVITY -> "coalesce(progress.lastActivityAt, enrolment.joinedAt)";
            case JOINED -> "enrolment.joinedAt";
        };
        return " order by " + column + (filter.ascending() ? " asc" : " desc") + ", enrolment.id";
    }
}
