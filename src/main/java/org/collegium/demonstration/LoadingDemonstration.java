package org.collegium.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.demonstration.LoadProgress.Part;
import org.collegium.demonstration.Story.Person;
import org.collegium.identity.AccountId;
import org.collegium.shared.StartReport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Loads the demonstration, once for a data folder; meanwhile {@link WhileLoading} stands before all pages. Every step is idempotent, so that a load
 * that was killed is taken up again at the next start.
 */
@Component
@ConditionalOnBooleanProperty("collegium.demonstration")
@Order(1)
class LoadingDemonstration implements ApplicationRunner {

    private final Founding founding;
    private final ReviewDeeds reviewing;
    private final LearningDeeds learning;
    private final QuizDeeds quizzes;
    private final TemplateDeeds templates;
    private final CertificateDeeds certificates;
    private final ProgrammeDeeds programmes;
    private final CourseDeeds courseDeeds;
    private final Acting acting;
    private final LoadProgress progress;
    private final Clock clock;
    private final Path accountsFile;

    LoadingDemonstration(
            Founding founding,
            ReviewDeeds reviewing,
            LearningDeeds learning,
            QuizDeeds quizzes,
            TemplateDeeds templates,
            CertificateDeeds certificates,
            ProgrammeDeeds programmes,
            CourseDeeds courseDeeds,
            Acting acting,
            LoadProgress progress,
            Clock clock,
            @Value("${collegium.data}") Path data) {
        this.founding = founding;
        this.reviewing = reviewing;
        this.learning = learning;
        this.quizzes = quizzes;
        this.templates = templates;
        this.certificates = certificates;
        this.programmes = programmes;
        this.courseDeeds = courseDeeds;
        this.acting = acting;
        this.progress = progress;
        this.clock = clock;
        this.accountsFile = DemonstrationConfiguration.accountsFile(data);
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (progress.state().ready()) {
            return;
        }
        try (DemonstrationFiles files = DemonstrationFiles.unpack()) {
            Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
            Story story = files.story();
            StartReport.step("Loading the demonstration: partners and people");
            founding.admit(files.partners());
            Map<String, AccountId> people = open(story);
            StartReport.step("Loading the demonstration: courses");
            RevisionStory revised = files.revisions();
            Map<String, CourseId> courses = new HashMap<>();
            Map<String, CourseRunId> runs = publish(files, story, revised, courses, today);
            StartReport.step("Loading the demonstration: what learners did");
            List<Deed> deeds = new ArrayList<>(courseDeeds.rollOuts(revised, runs, today));
            files.programmes()
                    .programmes()
                    .forEach(programme -> deeds.addAll(programmes.of(programme, courses, people, today)));
            replay(story, deeds, people, runs, today);
            write(story);
        }
        progress.end();
    }

    private Map<String, AccountId> open(Story story) {
        Map<String, AccountId> people = new HashMap<>();
        progress.begin(Part.PEOPLE, story.staff().size() + story.learners().size());
        for (List<Person> persons : List.of(story.staff(), story.learners())) {
            for (Person person : persons) {
                people.put(person.email(), founding.open(person, DemonstrationConfiguration.PASSWORD));
                progress.oneMore();
            }
        }
        return people;
    }

    private Map<String, CourseRunId> publish(
            DemonstrationFiles files, Story story, RevisionStory revised, Map<String, CourseId> courses, Instant today)
            throws IOException {
        ReviewStory reviews = files.reviews();
        List<Path> folders = files.courses();
        reviewing.prepare(reviews);
        progress.begin(Part.COURSES, folders.size() + courseDeeds.count(story, reviews, revised));
        for (Path folder : folders) {
            courses.put(folder.getFileName().toString(), founding.bring(folder));
            progress.oneMore();
        }
        return courseDeeds.replay(story, reviews, revised, courses, today, progress::oneMore);
    }

    private void replay(
            Story story,
            List<Deed> deeds,
            Map<String, AccountId> people,
            Map<String, CourseRunId> runs,
            Instant today) {
        deeds.add(templates.first(today));
        for (Person person : story.learners()) {
            AccountId learner = Objects.requireNonNull(people.get(person.email()));
            for (Story.Enrolment enrolment : person.joinedRuns()) {
                CourseRunId run = Objects.requireNonNull(runs.get(enrolment.run()));
                deeds.addAll(learning.of(person.email(), learner, run, enrolment, today));
                deeds.addAll(quizzes.of(person.email(), learner, run, enrolment, today));
                deeds.addAll(certificates.of(person.email(), learner, run, enrolment, today));
            }
        }
        deeds.sort(Comparator.comparing(Deed::time));
        progress.begin(Part.DEEDS, deeds.size());
        for (Deed deed : deeds) {
            acting.as(deed.person(), deed.time(), deed.deed());
            progress.oneMore();
        }
    }

    private void write(Story story) throws IOException {
        String lines = DemonstrationConfiguration.shown(story)
                .map(person -> String.format("  %-24s %s", person.shown(), person.email()))
                .collect(Collectors.joining("\n"));
        Files.createDirectories(accountsFile.toAbsolutePath().getParent());
        Files.writeString(
                accountsFile,
                "Demonstration accounts, all with the password " + DemonstrationConfiguration.PASSWORD + ":\n" + lines
                        + "\nThe mails that were sent: /mails\n");
    }
}
