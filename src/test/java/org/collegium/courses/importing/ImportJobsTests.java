package org.collegium.courses.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.collegium.FullApplicationTest;
import org.collegium.JobsRest;
import org.collegium.content.IncomingFiles;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.courses.EditedThings;
import org.collegium.courses.ImportPhase;
import org.collegium.courses.ImportResult;
import org.collegium.courses.ImportWatch;
import org.collegium.courses.ImportingCourses;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityFixtures;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Imports as jobs: ended in each phase, two at once, begun again, and seen by whom they concern. */
@Tag("module")
@FullApplicationTest
@JobsRest
class ImportJobsTests {

    private static final PageRequest PAGE = new PageRequest(0, 10);

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private ImportJobs jobs;

    @Autowired
    private ImportRows rows;

    @Autowired
    private ImportWork work;

    @Autowired
    private ImportMails mails;

    @Autowired
    private SystemActor system;

    @Autowired
    private RetriedTransactions transactions;

    @Autowired
    private IncomingFiles files;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Value("${collegium.blobs.folder}")
    private Path blobs;

    private Partner partner;
    private final AccountId author = AccountId.next();
    private final String lesson = "# One\n\nText " + UUID.randomUUID() + ".\n";

    @BeforeEach
    void thereIsAPartner() {
        partner = CoursesFixtures.partner(beans);
    }

    @AfterEach
    void nobodyIsThere() {
        IdentityFixtures.signIn(null);
    }

    private UUID uploaded(String course) {
        return ImportingFixtures.uploaded(
                beans, partner.id(), author, "course.zip", ImportingFixtures.zip(course, lesson));
    }

    @ParameterizedTest
    @EnumSource(
            value = ImportPhase.class,
            names = {"UNPACKING", "READING", "KEEPING", "WRITING"})
    void endedInAnyPhaseItLeavesNothing(ImportPhase phase) throws IOException {
        UUID id = uploaded(ImportingFixtures.COURSE);
        ImportJob job = rows.find(id).orElseThrow();
        FollowedImport followed = new FollowedImport(job, rows, mails, work.source(job), clock);
        ImportWatch cancelled = new CancelledIn(phase, followed, () -> rows.cancel(id, clock.instant()));

        ImportResult result = system.call(
                Set.of(CoursesPermissions.EDIT), () -> work.source(job).run(job, cancelled));

        assertThat(result).isInstanceOf(ImportResult.Cancelled.class);
        assertThat(coursesOfPartner()).isZero();
        assertThat(staged()).isEmpty();
        made(id);
        assertThat(rows.find(id).map(ImportJob::end)).contains(ImportEnd.CANCELLED);
        assertThat(coursesOfPartner()).isZero();
    }

    @Test
    void whatANewerNodeBeganIsLeftToIt() {
        UUID id = uploaded(ImportingFixtures.COURSE);
        jdbc.sql("update course_import_job set way = 'LATER', phase = 'LATER' where id = ?")
                .param(id)
                .update();

        assertThat(work.on(id)).isPresent();

        assertThat(rows.find(id)).hasValueSatisfying(job -> {
            assertThat(job.goesOn()).isTrue();
            assertThat(job.phase()).isEqualTo(ImportPhase.WAITING);
        });
        assertThat(jdbc.sql("select tries from course_import_job where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Somebody asks for the end as soon as a phase begins. */
    private record CancelledIn(ImportPhase phase, ImportWatch watch, Runnable cancel) implements ImportWatch {

        @Override
        public boolean goOn(String file, int done, int total) {
            return watch.goOn(file, done, total);
        }

        @Override
        public void enters(ImportPhase next) {
            if (next == phase && next != ImportPhase.WRITING) {
                cancel.run();
            }
            watch.enters(next);
            if (next == phase && next == ImportPhase.WRITING) {
                cancel.run();
            }
        }

        @Override
        public void kept(ImportResult result) {
            watch.kept(result);
        }
    }

    @Test
    void endedBeforeItsTurnItIsNotBegun() throws IOException {
        UUID id = uploaded(ImportingFixtures.COURSE);
        asStaff(() -> jobs.cancel(id));

        made(id);

        assertThat(rows.find(id).map(ImportJob::end)).contains(ImportEnd.CANCELLED);
        assertThat(coursesOfPartner()).isZero();
        assertThat(rows.find(id).map(ImportJob::phase)).contains(ImportPhase.ENDED);
        assertThat(beans.getBean(UploadRows.class).ofImport(id)).isEmpty();
    }

    @Test
    void twoAtOnceMakeOneCourse() throws Exception {
        UUID one = uploaded(ImportingFixtures.COURSE);
        UUID other = ImportingFixtures.uploaded(
                beans,
                partner.id(),
                AccountId.next(),
                "same.zip",
                ImportingFixtures.zip(ImportingFixtures.COURSE, lesson));

        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> made(one));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> made(other));
        CompletableFuture.allOf(first, second).get(60, TimeUnit.SECONDS);

        assertThat(Stream.of(one, other).map(id -> rows.find(id).orElseThrow().end()))
                .containsExactlyInAnyOrder(ImportEnd.CREATED, ImportEnd.UNCHANGED);
        assertThat(coursesOfPartner()).isEqualTo(1);
    }

    @Test
    void whatDiedBeforeTheEndIsDoneAgainAndWhatDiedAfterItIsNot() {
        UUID id = uploaded(ImportingFixtures.COURSE);
        ImportJob job = rows.find(id).orElseThrow();
        FollowedImport followed = new FollowedImport(job, rows, mails, work.source(job), clock);
        ImportWatch dies = new CancelledIn(ImportPhase.WRITING, followed, () -> {
            throw new IllegalStateException("the node died");
        });
        assertThatThrownBy(() -> system.call(
                        Set.of(CoursesPermissions.EDIT), () -> work.source(job).run(job, dies)))
                .hasMessage("the node died");
        assertThat(coursesOfPartner()).isZero();

        made(id);
        assertThat(rows.find(id).map(ImportJob::end)).contains(ImportEnd.CREATED);
        made(id);
        system.call(
                Set.of(CoursesPermissions.EDIT),
                () -> beans.getBean(ImportingCourses.class)
                        .importZip(partner.id(), zipped(), EditedThings.KEEP, followed));

        assertThat(coursesOfPartner()).isEqualTo(1);
        assertThat(rows.result(id))
                .hasValueSatisfying(result -> assertThat(result).isInstanceOf(ImportResult.Created.class));
        CourseId course = rows.find(id).flatMap(ImportJob::ofCourse).orElseThrow();
        assertThat(draftedBy(course)).isEqualTo(author.value());
    }

    private Path zipped() {
        try {
            return Files.write(
                    Files.createTempFile("course-", ".zip"),
                    ImportingFixtures.zip(ImportingFixtures.COURSE, lesson + "More.\n"));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    @Test
    void oneThatTakesItsNodeWithItAgainAndAgainIsGivenUp() {
        UUID id = uploaded(ImportingFixtures.COURSE);
        jdbc.sql("update course_import_job set tries = 5 where id = ?")
                .param(id)
                .update();

        made(id);

        assertThat(rows.find(id).map(ImportJob::failure)).contains("AGAIN_AND_AGAIN");
        asStaff(() -> jobs.again(id, EditedThings.KEEP));
        made(id);
        assertThat(rows.find(id).map(ImportJob::end)).contains(ImportEnd.CREATED);
    }

    @Test
    void begunAgainWhileTheJobOfTheFirstTimeIsStillThereItHasAJob() {
        UUID id = uploaded(ImportingFixtures.COURSE);
        jdbc.sql("update course_import_job set tries = 5 where id = ?")
                .param(id)
                .update();
        made(id);
        assertThat(jobsOf(id)).isEqualTo(1);

        asStaff(() -> jobs.again(id, EditedThings.KEEP));

        assertThat(jobsOf(id)).isEqualTo(2);
    }

    @Test
    void whatIsRefusedKeepsItsReportAndNoFile() {
        UUID id = uploaded(ImportingFixtures.COURSE.replace("one.md", "two.md"));

        made(id);

        assertThat(asStaff(() -> jobs.result(id)))
                .hasValueSatisfying(result -> assertThat(result.report().text()).contains("lessons/two.md"));
        assertThat(beans.getBean(UploadRows.class).ofImport(id)).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsToldPlainlyAndCannotBeBegunAgain() throws IOException {
        UUID id = uploaded(ImportingFixtures.COURSE);
        UUID upload = beans.getBean(UploadRows.class).ofImport(id).orElseThrow().id();
        files.discard(upload);
        made(id);
        assertThat(rows.find(id).map(ImportJob::failure)).contains("LOST");

        beans.getBean(UploadRows.class).remove(upload);

        assertThatThrownBy(() -> asStaff(() -> jobs.again(id, EditedThings.KEEP)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("courses.importing.gone");
    }

    @Test
    void staffSeeTheImportsOfTheirOwnPartnerOnly() {
        UUID id = uploaded(ImportingFixtures.COURSE);
        Partner other = CoursesFixtures.partner(beans);
        IdentityFixtures.signIn(IdentityFixtures.authentication(author, CoursesPermissions.EDIT + "@" + other.id()));

        assertThat(jobs.find(id)).isEmpty();
        assertThat(jobs.result(id)).isEmpty();
        assertThat(jobs.list(null, PAGE)).isEmpty();
        jobs.cancel(id);
        assertThat(rows.find(id))
                .hasValueSatisfying(job -> assertThat(job.cancelled()).isFalse());

        IdentityFixtures.signIn(IdentityFixtures.authentication(author, CoursesPermissions.VIEW_DRAFT));
        assertThatThrownBy(() -> jobs.find(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> jobs.cancel(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> jobs.beginPath(partner.id(), "/tmp", EditedThings.KEEP))
                .isInstanceOf(AccessDeniedException.class);

        assertThat(asStaff(() -> jobs.list(null, PAGE)))
                .extracting(ImportJob::id)
                .containsExactly(id);
        assertThat(asStaff(() -> jobs.count(null))).isEqualTo(1);
        assertThat(asStaff(() -> jobs.count(CourseId.next()))).isZero();
    }

    @Test
    void whoeverBeganItIsToldOfTheEndUntilTheyTookNote() {
        UUID id = uploaded(ImportingFixtures.COURSE);
        assertThat(asStaff(jobs::unseen)).isEmpty();
        made(id);
        assertThat(asStaff(jobs::unseen)).extracting(ImportJob::id).containsExactly(id);

        asStaff(() -> jobs.seen(id));

        assertThat(asStaff(jobs::unseen)).isEmpty();
    }

    @Test
    void aLongOneEndsWithAMailAndAQuickOneWithout() {
        AccountId ada = IdentityFixtures.opened(
                beans.getBean(Accounts.class),
                IdentityFixtures.person("Ada Lind", "ada." + UUID.randomUUID() + "@example.org"));
        byte[] zip = ImportingFixtures.zip(ImportingFixtures.COURSE, lesson);
        UUID quick = ImportingFixtures.uploaded(beans, partner.id(), ada, "quick.zip", zip);
        UUID slow = ImportingFixtures.uploaded(beans, partner.id(), ada, "slow.zip", zip);
        jdbc.sql("update course_import_job set begun_at = begun_at - interval 5 minute where id = ?")
                .param(slow)
                .update();

        made(quick);
        made(slow);

        assertThat(jdbc.sql("select subject from mail where account_id = ?")
                        .param(ada.value())
                        .query(String.class)
                        .list())
                .containsExactly("The import of slow.zip has ended");
    }

    @Test
    void erasingTheAccountEndsWhatGoesOnAndForgetsWhoBeganTheRest() {
        UUID ended = uploaded(ImportingFixtures.COURSE);
        made(ended);
        UUID open = uploaded(ImportingFixtures.COURSE);
        ImportTraces traces = beans.getBean(ImportTraces.class);
        assertThat(traces.dataOf(author).toString()).contains("course.zip").contains("CREATED");

        traces.on(new AccountErased(author, clock.instant()));

        made(open);
        assertThat(rows.find(open).map(ImportJob::end)).contains(ImportEnd.CANCELLED);
        assertThat(rows.find(ended))
                .hasValueSatisfying(job -> assertThat(job.begunBy()).isNull());
        assertThat(traces.dataOf(author).toString()).doesNotContain("course.zip");
    }

    @Test
    void afterThirtyDaysItIsForgottenAndWhatIsOpenIsGoneOnWith() {
        UUID old = uploaded(ImportingFixtures.COURSE);
        made(old);
        UUID open = uploaded(ImportingFixtures.COURSE);
        jdbc.sql("update course_import_job set ended_at = ended_at - interval 31 day where id = ?")
                .param(old)
                .update();
        jdbc.sql("delete from scheduled_tasks where task_name = 'courses-import' and task_instance like ?")
                .param(open + "%")
                .update();

        beans.getBean(TidyingImports.class).tidy();
        beans.getBean(TidyingImports.class).tidy();

        assertThat(rows.find(old)).isEmpty();
        assertThat(jobsOf(open)).isEqualTo(1);
        transactions.run(() -> {
            rows.cancel(open, clock.instant());
            return true;
        });
        made(open);
        assertThat(Duration.between(rows.find(open).orElseThrow().begunAt(), clock.instant()))
                .isLessThan(Duration.ofMinutes(5));
    }

    /** Works on an import as soon as it is its turn: what other tests left may be at work. */
    private void made(UUID id) {
        await().atMost(Duration.ofSeconds(60)).until(() -> work.on(id).isEmpty());
    }

    private int jobsOf(UUID id) {
        return jdbc.sql(
                        "select count(*) from scheduled_tasks where task_name = 'courses-import' and task_instance like ?")
                .param(id + "%")
                .query(Integer.class)
                .single();
    }

    private int coursesOfPartner() {
        return jdbc.sql("select count(*) from course where partner_id = ?")
                .param(partner.id().value())
                .query(Integer.class)
                .single();
    }

    private UUID draftedBy(CourseId course) {
        return system.call(
                        Set.of(CoursesPermissions.VIEW_DRAFT),
                        () -> beans.getBean(Drafts.class).find(course))
                .map(draft -> jdbc.sql("select updated_by from course_draft where course_id = ?")
                        .param(draft.course().id().value())
                        .query(UUID.class)
                        .single())
                .orElseThrow();
    }

    /** What lies beside the blobs and is none yet. */
    private List<Path> staged() throws IOException {
        Path incoming = blobs.resolve("incoming");
        if (!Files.isDirectory(incoming)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(incoming)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private <T> T asStaff(Supplier<T> act) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(author, CoursesPermissions.EDIT + "@" + partner.id()));
        try {
            return act.get();
        } finally {
            IdentityFixtures.signIn(null);
        }
    }

    private void asStaff(Runnable act) {
        asStaff(() -> {
            act.run();
            return true;
        });
    }
}
