package org.collegium.credentials;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.identity.AccountId;
import org.collegium.learning.CertificateOutlook;
import org.collegium.learning.LearnerMoved;
import org.collegium.learning.UnitResults;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what another version means for the certificate, and notices who has earned it by that. */
@Component
class CertificatesAcrossVersions implements CertificateOutlook {

    private final JdbcClient jdbc;
    private final Judging judging;
    private final NoticingDue noticing;

    CertificatesAcrossVersions(JdbcClient jdbc, Judging judging, NoticingDue noticing) {
        this.jdbc = jdbc;
        this.judging = judging;
        this.noticing = noticing;
    }

    @Override
    public boolean isEarned(CourseManifest course, UnitResults results) {
        return EarningRules.judge(new EarningRules.Facts(course, true, true, results, quiz -> 0))
                instanceof Eligibility.Earned;
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
