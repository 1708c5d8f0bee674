package org.collegium.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.PlacedActivities;
import org.collegium.demonstration.LabStory.HandedIn;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.labs.work.EarlierLabWork;
import org.collegium.labs.work.EarlierLabWork.Outcome;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.Slug;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets the learners of the story hand in at labs. Grading takes longer than the rest of the load together, so it is done in the
 * background after it, one after another with pauses, never while anybody waits for a grade; a later start goes on where this one ended.
 */
@Component
@ConditionalOnBooleanProperty("collegium.demonstration")
@Order(2)
class LabDeeds implements ApplicationRunner, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LabDeeds.class);

    private static final int AFTERNOON = 8;
    private static final Duration PAUSE_OF_A_LEARNER = Duration.ofMinutes(17);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(15);

    private final EarlierLabWork work;
    private final Acting acting;
    private final SystemActor system;
    private final Accounts accounts;
    private final CourseRuns runs;
    private final CourseVersions versions;
    private final PlacedActivities places;
    private final Path accountsFile;
    private final Thread thread = Thread.ofPlatform()
            .name("demonstration-labs")
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .unstarted(this::handIn);

    LabDeeds(
            EarlierLabWork work,
            Acting acting,
            SystemActor system,
            Accounts accounts,
            CourseRuns runs,
            CourseVersions versions,
            PlacedActivities places,
            @Value("${collegium.data}") Path data) {
        this.work = work;
        this.acting = acting;
        this.system = system;
        this.accounts = accounts;
        this.runs = runs;
        this.versions = versions;
        this.places = places;
        this.accountsFile = DemonstrationConfiguration.accountsFile(data);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        thread.start();
    }

    @Override
    public void destroy() {
        thread.interrupt();
    }

    private void handIn() {
        try (DemonstrationFiles files = DemonstrationFiles.unpack()) {
            LabStory story = files.labs();
            Optional<CourseRun> run = runs.runOf(new Slug(story.partner()), story.course());
            Optional<CourseVersion> version = run.map(CourseRun::version).flatMap(versions::find);
            if (run.isPresent() && version.isPresent()) {
                handIn(story, run.get().id(), version.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException trouble) {
            LOG.warn(
                    "What learners of the demonstration hand in at labs is not all there; the next start goes on",
                    trouble);
        }
    }

    private void handIn(LabStory story, CourseRunId run, CourseVersion version)
            throws InterruptedException, IOException {
        Instant today = Files.getLastModifiedTime(accountsFile).toInstant().truncatedTo(ChronoUnit.DAYS);
        Map<String, Integer> numbers = new HashMap<>();
        for (HandedIn told : story.handedIn()) {
            int number = numbers.merge(told.person() + " " + told.lab(), 1, Integer::sum);
            Optional<AccountId> learner = learner(told.person());
            Optional<ActivityPlace> place = version.manifest()
                    .unit(told.lab())
                    .flatMap(unit -> learner.flatMap(id -> places.inRun(id, run, version, unit)));
            if (place.isPresent()) {
                Instant time =
                        LearningDeeds.hour(today, told.day(), AFTERNOON).plus(PAUSE_OF_A_LEARNER.multipliedBy(number));
                handIn(told, time, place.get(), number, story.cells(told));
            }
        }
    }

    private void handIn(HandedIn handedIn, Instant time, ActivityPlace place, int number, Map<String, String> cells)
            throws InterruptedException {
        AtomicReference<Outcome> told = new AtomicReference<>();
        Outcome outcome;
        do {
            acting.as(handedIn.person(), () -> told.set(work.handIn(place.learner(), place, number, cells, time)));
            outcome = Objects.requireNonNull(told.get());
            switch (outcome) {
                case GRADED -> TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
                case NOT_NOW -> TimeUnit.MILLISECONDS.sleep(LATER.toMillis());
                case NOT_TAKEN -> {}
            }
        } while (outcome == Outcome.NOT_NOW);
    }

    private Optional<AccountId> learner(String email) {
        return system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(new EmailAddress(email)))
                .map(AccountReference::id);
    }
}
