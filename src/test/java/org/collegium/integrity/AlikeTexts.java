package org.collegium.integrity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.collegium.CountedQueries;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.StartResult;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A run in which Ada and Ben have handed in essays with much in common, and Cleo one of her own. */
public final class AlikeTexts {

    public static final String UNIT = "quiz-models";

    public static final String COPIED =
            "the curve bends through every single point of the training set and therefore it has learned the noise that was"
                    + " only in those few measurements and will never come again in any other winter on this lake";

    private static final String STEM = "Say in your own words why a model that has learned the noise is of no use for"
            + " the measurements of another winter";

    public static final String QUIZ = """
            format: collegium-quiz/1
            title: Write about it
            trace: true
            questions:
              - key: why
                type: essay
                stem: %s
              - key: word
                type: short-text
                stem: The opposite of underfitting
                accept: [overfitting]
            """.formatted(STEM);

    private final ApplicationContext beans;
    private final StudyFixtures fixtures;
    private final Map<AccountId, OpenAttempt> attempts = new HashMap<>();

    public final CourseVersion course;
    public final CourseRunId run;
    public final AccountId ada;
    public final AccountId ben;
    public final AccountId cleo;

    public AlikeTexts(ApplicationContext beans, StudyFixtures fixtures) {
        this.beans = beans;
        this.fixtures = fixtures;
        course = AssessmentFixtures.published(beans, QUIZ);
        ada = fixtures.learner("Ada Alike");
        ben = fixtures.learner("Ben Beside");
        cleo = fixtures.learner("Cleo Clear");
        run = new CourseRunId(AssessmentFixtures.run(AssessmentFixtures.place(beans, ada, course)));
        write(ada, "I think so. " + STEM + ". You see that " + COPIED + ". That is my own opinion after thinking.");
        write(
                ben,
                "It is clear: " + COPIED.toUpperCase(Locale.ROOT) + "! More data would have helped here, I believe.");
        write(
                cleo,
                STEM + ". A straight line cannot follow what happened on the lake, while a polynomial of a high degree"
                        + " follows it too well, which is why one keeps some days aside and looks at them last of all.");
    }

    private void write(AccountId learner, String essay) {
        ActivityPlace place = AssessmentFixtures.joined(beans, fixtures, learner, course);
        Attempts service = beans.getBean(Attempts.class);
        OpenAttempt attempt = ((StartResult.Going) service.start(learner, place)).attempt();
        Object saved =
                service.save(learner, attempt.id(), Map.of("why", Answer.of(essay), "word", Answer.of("overfitting")));
        Object submitted = service.submit(learner, attempt.id());
        attempts.put(learner, attempt);
    }

    /** Another attempt of a learner, handed in with nothing in it; they stay signed in. */
    public AttemptId again(AccountId learner) {
        fixtures.signIn(learner);
        Attempts service = beans.getBean(Attempts.class);
        AttemptId attempt = ((StartResult.Going)
                        service.start(learner, AssessmentFixtures.place(beans, learner, course)))
                .attempt()
                .id();
        Object submitted = service.submit(learner, attempt);
        return attempt;
    }

    public OpenAttempt attempt(AccountId learner) {
        OpenAttempt attempt = attempts.get(learner);
        if (attempt == null) {
            throw new AssertionError("No attempt");
        }
        return attempt;
    }

    /** Somebody of the partner with all that one may do here; returns who. */
    public AccountId signInStaff(String name) {
        AccountId staff = fixtures.learner(name);
        signIn(staff);
        return staff;
    }

    public void signIn(AccountId staff) {
        fixtures.signIn(
                staff,
                IntegrityPermissions.LOOK + "@" + course.partner(),
                IntegrityPermissions.CASES + "@" + course.partner());
    }

    /** What was written to somebody, each beginning with its subject. */
    public List<String> mails(AccountId account) {
        return beans.getBean(JdbcClient.class)
                .sql("select concat(subject, '\n', text) from mail where account_id = ? order by id")
                .param(account.toString())
                .query(String.class)
                .list();
    }

    /** How many queries the work sends to the database, as that counts them. */
    public long queries(Supplier<?> work) {
        return CountedQueries.read(beans.getBean(TransactionTemplate.class), beans.getBean(JdbcClient.class), work);
    }
}
