package org.collegium.courses.review;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The job that writes to authors about comments of others: one mail for all that came since they were told last, when the reviewers
 * have said nothing more for a while, or four hours after the first.
 */
@Configuration
class TellingOfComments {

    /** After so long without another one. */
    static final Duration QUIET = Duration.ofMinutes(30);

    /** At the latest so long after the first. */
    static final Duration LATEST = Duration.ofHours(4);

    private static final Duration OFTEN = Duration.ofMinutes(10);
    private static final int BATCH = 100;
    private static final Logger LOG = LoggerFactory.getLogger(TellingOfComments.class);
    private static final UUID FIRST = new UUID(0, 0);

    private static final String OF_OTHERS = " join course_review_comment remark on remark.review_id = review.id"
            + " and remark.said_at > review.told_at and (remark.said_by is null or remark.said_by <> review.submitted_by)";

    private final JdbcClient jdbc;
    private final ReviewMails mails;
    private final RetriedTransactions transactions;
    private final Clock clock;

    TellingOfComments(JdbcClient jdbc, ReviewMails mails, RetriedTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> tellingOfCommentsTask() {
        return Tasks.recurring("tell-of-review-comments", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> tell());
    }

    /** Writes about what is due now. Returns of how many reviews. */
    int tell() {
        int told = 0;
        List<UUID> due = due(FIRST);
        while (!due.isEmpty()) {
            for (UUID review : due) {
                told += toldOf(review) ? 1 : 0;
            }
            due = due(due.getLast());
        }
        return told;
    }

    /** A review that fails keeps no other one waiting; it is tried again the next time. */
    private boolean toldOf(UUID review) {
        try {
            return transactions.run(() -> tell(review));
        } catch (RuntimeException trouble) {
            LOG.error("The author could not be told of comments on review {}", review, trouble);
            return false;
        }
    }

    private List<UUID> due(UUID after) {
        Instant now = clock.instant();
        return jdbc.sql("select review.id from course_review review" + OF_OTHERS
                        + " where review.state in ('OPEN', 'CHANGES', 'APPROVED') and review.submitted_by is not null"
                        + " and review.id > :after"
                        + " group by review.id having max(remark.said_at) <= :quiet or min(remark.said_at) <= :latest"
                        + " order by review.id limit :most")
                .param("after", after)
                .param("quiet", now.minus(QUIET))
                .param("latest", now.minus(LATEST))
                .param("most", BATCH)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private boolean tell(UUID id) {
        Told told = jdbc.sql("select review.submitted_by, course.title from course_review review"
                        + " join course on course.id = review.course_id where review.id = ? for update")
                .param(id)
                .query((row, number) -> new Told(row.getObject(1, UUID.class), row.getString(2)))
                .single();
        int comments = jdbc.sql("select count(*) from course_review review" + OF_OTHERS + " where review.id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        jdbc.sql("update course_review set told_at = greatest(told_at, coalesce((select max(remark.said_at)"
                        + " from course_review_comment remark where remark.review_id = course_review.id), told_at))"
                        + " where id = ?")
                .param(id)
                .update();
        if (comments > 0 && told.author() != null) {
            mails.commented(new ReviewId(id), new AccountId(told.author()), told.title(), comments);
        }
        return comments > 0;
    }

    private record Told(@Nullable UUID author, String title) {}
}
