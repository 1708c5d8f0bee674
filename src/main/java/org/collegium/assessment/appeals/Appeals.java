package org.collegium.assessment.appeals;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.AttemptGrades;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.HeldResults;
import org.collegium.assessment.notices.QuizMails;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appeals as instructors read and answer them. What was appealed and what was replied never changes. */
@Service
public class Appeals {

    private static final String MAY = "@runAccess.may('" + AppealsPermissions.REPLY + "', #run)";
    private static final double NEARLY = 1e-9;

    private final AppealRows rows;
    private final AttemptGrades grades;
    private final HeldResults held;
    private final QuizMails mails;
    private final RetriedTransactions transactions;
    private final Access access;
    private final Clock clock;

    Appeals(
            AppealRows rows,
            AttemptGrades grades,
            HeldResults held,
            QuizMails mails,
            RetriedTransactions transactions,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.grades = grades;
        this.held = held;
        this.mails = mails;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** Appeals of a run, those that wait by when a reply is due; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<Appeal> list(CourseRunId run, AppealFilter filter, PageRequest page) {
        return rows.list(run, filter, clock.instant(), page);
    }

    /** How many {@link #list} has; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run, AppealFilter filter) {
        return rows.count(run, filter, clock.instant());
    }

    /** An appeal of this run; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<Appeal> find(CourseRunId run, UUID id) {
        return rows.find(run, id);
    }

    /** The attempt that an appeal is about, as it is graded now; four queries, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<AttemptResult> attempt(CourseRunId run, UUID id) {
        return rows.find(run, id).flatMap(appeal -> grades.result(appeal.attempt()));
    }

    /**
     * Grants an appeal: the answer has these points from now on, whatever becomes of the key. Where it has them already since the key was
     * corrected, nothing else is changed. The learner is told.
     *
     * @param points more than the answer had, at most those of the question
     * @param reply why, 1 to {@link OwnAppeals#LONGEST} characters
     * @throws RuleViolation when the points are none of these, the reply is too short or too long, or somebody replied before
     */
    @PreAuthorize(MAY)
    public void grant(CourseRunId run, UUID id, double points, String reply) {
        String why = OwnAppeals.checked(reply);
        transactions.run(() -> {
            Appeal appeal = waiting(run, id);
            AttemptResult result = grades.result(appeal.attempt()).orElseThrow(Appeals::answered);
            double most = result.question(appeal.question()).points();
            if (!(points > appeal.points() + NEARLY) || points > most + NEARLY) {
                throw new RuleViolation("assessment.appeal.points", appeal.points(), most);
            }
            double now = result.grade().byQuestion().getOrDefault(appeal.question(), 0.0);
            replied(run, appeal, Math.max(now, points), why);
            if (points > now + NEARLY) {
                adjust(appeal.attempt(), appeal.question(), points, why);
            }
            return true;
        });
    }

    private void adjust(AttemptId attempt, String question, double points, String why) {
        if (grades.adjust(attempt, question, points, why, person()).isEmpty()) {
            throw answered();
        }
    }

    /** Declines an appeal; otherwise as {@link #grant}. */
    @PreAuthorize(MAY)
    public void decline(CourseRunId run, UUID id, String reply) {
        String why = OwnAppeals.checked(reply);
        transactions.run(() -> {
            replied(run, waiting(run, id), null, why);
            return true;
        });
    }

    /** Nobody replies to themselves. */
    private Appeal waiting(CourseRunId run, UUID id) {
        Appeal appeal = rows.find(run, id).filter(Appeal::waits).orElseThrow(Appeals::answered);
        if (learner(appeal).equals(person())) {
            throw new RuleViolation("assessment.appeal.ones-own");
        }
        return appeal;
    }

    private static RuleViolation answered() {
        return new RuleViolation("assessment.appeal.answered");
    }

    private void replied(CourseRunId run, Appeal appeal, @Nullable Double granted, String why) {
        if (!rows.reply(appeal.id(), granted, why, person(), clock.instant())) {
            throw answered();
        }
        boolean told = !held.now(run.value(), appeal.unitKey());
        mails.learner("quiz-appeal-answered", learner(appeal), run.value(), appeal.unitKey(), locale -> {
            NumberFormat numbers = NumberFormat.getNumberInstance(locale);
            numbers.setMaximumFractionDigits(2);
            Map<String, Object> more = new HashMap<>();
            more.put("granted", granted != null);
            more.put("told", told);
            more.put("before", numbers.format(appeal.points()));
            more.put("points", granted == null ? "" : numbers.format(granted));
            more.put("number", appeal.number());
            more.put("reply", why);
            return more;
        });
    }

    private AccountId learner(Appeal appeal) {
        return rows.learner(appeal.id());
    }

    /** How long there is time in a run; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public AppealSetting setting(CourseRunId run) {
        return rows.setting(run.value());
    }

    /** Sets how long there is time; replies that were promised stay due as they were. */
    @PreAuthorize(MAY)
    @Transactional
    public void set(CourseRunId run, AppealSetting setting) {
        rows.set(run, setting, person(), clock.instant());
    }

    private AccountId person() {
        return access.account().orElseThrow(() -> new AccessDeniedException("Only a person replies to appeals"));
    }
}
