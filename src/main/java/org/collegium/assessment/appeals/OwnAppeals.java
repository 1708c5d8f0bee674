package org.collegium.assessment.appeals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.ResultNotes;
import org.collegium.assessment.ResultNotes.Notes;
import org.collegium.assessment.ResultTimes;
import org.collegium.assessment.ResultTimes.Since;
import org.collegium.assessment.Review.Shown;
import org.collegium.assessment.notices.QuizMails;
import org.collegium.assessment.regrading.GradedAgain;
import org.collegium.assessment.regrading.QuizRegrades;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appeals of a learner against how an answer of their own was graded: one for each question of an attempt. */
@Service
public class OwnAppeals {

    /** The most characters of an appeal, and of a reply. */
    public static final int LONGEST = 4_000;

    private static final String OWN = "@access.is(#learner)";

    private final AppealRows rows;
    private final Attempts attempts;
    private final ResultTimes times;
    private final ResultNotes notes;
    private final QuizRegrades regrades;
    private final QuizMails mails;
    private final AppealAddresses addresses;
    private final Clock clock;

    OwnAppeals(
            AppealRows rows,
            Attempts attempts,
            ResultTimes times,
            ResultNotes notes,
            QuizRegrades regrades,
            QuizMails mails,
            AppealAddresses addresses,
            Clock clock) {
        this.rows = rows;
        this.attempts = attempts;
        this.times = times;
        this.notes = notes;
        this.regrades = regrades;
        this.mails = mails;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * What follows a result.
     *
     * @param notes what is told beside it
     * @param again how the grade became what it is
     */
    public record Following(Notes notes, List<GradedAgain> again, Appealing appealing) {

        public Following {
            again = List.copyOf(again);
        }
    }

    /**
     * What follows the result of a graded attempt, in one transaction; three queries, and those of {@link ResultNotes}.
     *
     * @param result of the attempt, as the learner may see it
     */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public Following following(AccountId learner, AttemptId attempt, AttemptResult result) {
        Notes told = notes.of(learner, attempt);
        List<GradedAgain> again = regrades.of(learner, attempt);
        return new Following(told, again, appealing(attempt, told.since(), result.shown(), again));
    }

    /** What the learner has appealed of an attempt, and until when they may; nothing of one that is open or not theirs. About eight small queries. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public Appealing of(AccountId learner, AttemptId attempt) {
        return times.of(learner, attempt)
                .flatMap(since -> attempts.result(learner, attempt)
                        .map(result -> appealing(attempt, since, result.shown(), regrades.of(learner, attempt))))
                .orElseGet(() -> new Appealing(null, false, 0, List.of()));
    }

    private Appealing appealing(AttemptId attempt, Since since, Shown shown, List<GradedAgain> again) {
        AppealSetting setting = rows.setting(since.run());
        boolean may = setting.appealDays() > 0 && shown.score() && shown.questions();
        Instant until = until(since, again, setting);
        return new Appealing(
                may ? until : null, may && clock.instant().isBefore(until), setting.replyDays(), rows.of(attempt));
    }

    /** Who is graded again has the time once more. */
    private static Instant until(Since since, List<GradedAgain> again, AppealSetting setting) {
        return Stream.concat(Stream.of(since.since()), again.stream().map(GradedAgain::at))
                .max(Instant::compareTo)
                .orElse(since.since())
                .plus(Duration.ofDays(setting.appealDays()));
    }

    /**
     * Appeals how a question was graded; the instructors of the run are told.
     *
     * @param text why, 1 to {@link #LONGEST} characters
     * @throws RuleViolation when it is too late, the result is not shown, the question was not asked, it was appealed before, or the
     *     text is too short or too long
     */
    @PreAuthorize(OWN)
    @Transactional
    public void appeal(AccountId learner, AttemptId attempt, String question, String text) {
        String why = checked(text);
        Appealing now = of(learner, attempt);
        if (!now.open()) {
            throw new RuleViolation("assessment.appeal.too-late");
        }
        Since since = times.of(learner, attempt).orElseThrow();
        AttemptResult result = attempts.result(learner, attempt).orElseThrow();
        if (result.asked().questions().stream().noneMatch(asked -> asked.key().equals(question))) {
            throw new RuleViolation("assessment.appeal.no-question");
        }
        if (!result.lacksPoints(question)) {
            throw new RuleViolation("assessment.appeal.lacks-nothing");
        }
        double points = result.grade().byQuestion().getOrDefault(question, 0.0);
        UUID id = Uuids.next();
        try {
            rows.add(id, attempt, question, why, points, clock.instant(), Duration.ofDays(now.replyDays()));
        } catch (DuplicateKeyException before) {
            throw new RuleViolation("assessment.appeal.again");
        }
        mails.instructors(
                "quiz-appeal-made",
                since.run(),
                since.unitKey(),
                addresses.of(since.run(), id),
                locale -> Map.of("text", why, "days", now.replyDays()));
    }

    static String checked(String text) {
        String why = text.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw new RuleViolation("assessment.appeal.text.length", LONGEST, why.length());
        }
        return why;
    }
}
