package org.collegium.credentials;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersion;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.credentials.rules.EarningRuleRows;
import org.collegium.identity.AccountId;
import org.collegium.learning.CertificateOutlook;
import org.collegium.learning.LearnerMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what another version means for the certificate, and notices who has earned it by that. */
@Component
class CertificatesAcrossVersions implements CertificateOutlook {

    private final JdbcClient jdbc;
    private final Judging judging;
    private final NoticingDue noticing;
    private final EarningRuleRows rules;
    private final Clock clock;

    CertificatesAcrossVersions(
            JdbcClient jdbc, Judging judging, NoticingDue noticing, EarningRuleRows rules, Clock clock) {
        this.jdbc = jdbc;
        this.judging = judging;
        this.noticing = noticing;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Rule rule(CourseVersion version) {
        Optional<EarningRule> published = rules.holding(version.course());
        return (course, results, completedAt) -> {
            EarningRule rule = published.orElseGet(() -> EarningRules.ofFile(course));
            return EarningRules.judge(new EarningRules.Facts(
                            course,
                            rule,
                            true,
                            true,
                            () -> true,
                            results,
                            completedAt,
                            Set.of(),
                            quiz -> 0,
                            clock.instant()))
                    instanceof Eligibility.Earned;
        };
    }

    @Override
    public Set<AccountId> holders(CourseId course, Collection<AccountId> learners) {
        return learners.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("""
                                select learner_id from certificate
                                where course_id = :course and learner_id in (:learners) and live = 1
                                """)
                        .param("course", course.value())
                        .param(
                                "learners",
                                learners.stream().map(AccountId::value).toList())
                        .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** Where quizzes are enough, a version with fewer of them may leave nothing to do. */
    @EventListener
    void on(LearnerMoved moved) {
        if (judging.certified(moved.run()).isPresent()) {
            noticing.noteNow(moved.learner(), moved.run());
        }
    }
}
