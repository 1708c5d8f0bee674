package org.collegium.courses.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.EditedDetails;
import org.collegium.courses.EditedThings;
import org.collegium.courses.PublishedVersion;
import org.collegium.courses.git.GitOutcome.Result;
import org.collegium.courses.importing.ImportEnd;
import org.collegium.courses.importing.ImportJob;
import org.collegium.courses.importing.ImportJobs;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

@Tag("module")
@FullApplicationTest
class CourseRepositoriesTests {

    private static final String COURSE = """
            format: collegium-course/1
            key: fixture-course
            title: A course in a repository
            summary: Learn what a model is.
            outcomes: [Explain what a model is.]
            authors: [{ name: Ada Example }]
            language: en
            level: introductory
            audience: [students]
            licence: CC-BY-4.0
            sections:
              - key: start
                title: Start
                units:
                  - key: one
                    lesson: lessons/one.md
                    sample: true
            """;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private CourseRepositories repositories;

    @Autowired
    private Drafts drafts;

    @Autowired
    private CourseVersions versions;

    @Autowired
    private SystemActor system;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @TempDir
    private Path folder;

    private GitServer server;
    private Partner partner;
    private CourseId course;

    @BeforeEach
    void thereIsACourseAndARepository() throws IOException {
        server = GitServer.start(folder.resolve("served"));
        partner = CoursesFixtures.partner(beans);
        course = CoursesFixtures.draft(beans, partner, CoursesFixtures.accepted("fixture-course"));
        commit("main", "# One\n\nA lesson.\n");
        connect(new GitPlace(server.address(), "main", "course"), Optional.empty());
    }

    @AfterEach
    void thereIsNone() {
        IdentityFixtures.signIn(null);
        server.close();
    }

    private String commit(String branch, String lesson) throws IOException {
        return commit(branch, COURSE, lesson);
    }

    private String commit(String branch, String description, String lesson) throws IOException {
        return server.commit(
                branch,
                new HashMap<>(Map.of(
                        "course/course.yaml", description,
                        "course/lessons/one.md", lesson,
                        "README.md", "Hands off")));
    }

    private void connect(GitPlace place, Optional<String> token) {
        asAuthor(() -> {
            repositories.connect(course, place, "", token);
            return true;
        });
    }

    private GitOutcome done(GitJob job) {
        asAuthor(() -> {
            repositories.begin(course, job);
            return true;
        });
        return ended();
    }

    private GitOutcome ended() {
        return await().atMost(Duration.ofSeconds(60))
                .until(this::connection, now -> !now.busy() && now.outcome().isPresent())
                .outcome()
                .orElseThrow();
    }

    private GitConnection connection() {
        return asAuthor(() -> repositories.find(course)).orElseThrow();
    }

    private Draft draft() {
        return asAuthor(() -> drafts.find(course)).orElseThrow();
    }

    private <T> T asAuthor(Supplier<T> work) {
        return system.call(
                Set.of(
                        CoursesPermissions.EDIT + "@" + partner.id(),
                        CoursesPermissions.VIEW_DRAFT + "@" + partner.id()),
                work);
    }

    private void describe(String summary) {
        Draft now = draft();
        asAuthor(() -> {
            drafts.describe(
                    course,
                    now.revision(),
                    EditedDetails.of(now).summary(summary).build());
            return true;
        });
    }

    @Test
    void oneLooksFirstAndThenUpdatesAndTheVersionKnowsItsCommit() throws IOException {
        GitOutcome looked = done(new GitJob.Look());
        assertThat(looked.result()).isEqualTo(Result.LOOKED);
        assertThat(looked.added()).hasSize(1);
        assertThat(draft().origin()).isNull();

        GitOutcome updated = done(new GitJob.Update(false));

        String head = server.head("main").name();
        assertThat(updated.result()).isEqualTo(Result.UPDATED);
        assertThat(updated.commit()).isEqualTo(head);
        assertThat(connection().commit()).isEqualTo(head);
        assertThat(draft().manifest().units()).extracting(unit -> unit.key()).containsExactly("one");
        assertThat(draft().origin()).satisfies(origin -> {
            assertThat(origin.originCommit()).isEqualTo(head);
            assertThat(origin.originAddress()).isEqualTo(server.address());
        });
        assertThat(done(new GitJob.Update(false)).result()).isEqualTo(Result.UNCHANGED);
        CoursesFixtures.publish(beans, course);
        assertThat(asAuthor(() -> versions.history(course)))
                .singleElement()
                .satisfies(CourseRepositoriesTests::isOfCommit);
    }

    private static void isOfCommit(PublishedVersion version) {
        assertThat(version.origin()).isNotNull();
        assertThat(version.originEdited()).isFalse();
    }

    @Test
    void editsMadeInStudioGiveWayOnlyWhenThatIsWanted() throws IOException {
        done(new GitJob.Update(false));
        describe("Said in Studio.");
        commit("main", COURSE.replace("Learn what a model is.", "Said in the repository."), "# One\n\nA lesson.\n");

        GitOutcome conflicting = done(new GitJob.Update(false));

        assertThat(conflicting.result()).isEqualTo(Result.CONFLICTING);
        assertThat(conflicting.conflicts()).contains("summary");
        assertThat(draft().manifest().metadata().summary()).isEqualTo("Said in Studio.");
        assertThat(done(new GitJob.Update(true)).result()).isEqualTo(Result.UPDATED);
        assertThat(draft().manifest().metadata().summary()).isEqualTo("Said in the repository.");
    }

    @Test
    void whatWasEditedGoesBackAsOneCommitAndTouchesNothingElse() throws IOException {
        done(new GitJob.Update(false));
        RevCommit before = server.head("main");
        describe("Said in Studio.");

        GitOutcome pushed = done(new GitJob.Push(null, "main", "Better words", false));

        assertThat(pushed.result()).isEqualTo(Result.PUSHED);
        RevCommit after = server.head("main");
        assertThat(after.name()).isEqualTo(pushed.commit());
        assertThat(after.getParent(0)).isEqualTo(before);
        assertThat(after.getFullMessage()).isEqualTo("Better words\n");
        assertThat(after.getAuthorIdent().getName()).isEqualTo("Collegium");
        assertThat(server.files("main"))
                .containsOnlyKeys("README.md", "course/course.yaml", "course/lessons/one.md")
                .containsEntry("README.md", "Hands off")
                .containsEntry("course/course.yaml", COURSE.replace("Learn what a model is.", "Said in Studio."));
        assertThat(done(new GitJob.Update(false)).result()).isEqualTo(Result.UNCHANGED);
        assertThat(draft().edited()).isFalse();
        assertThat(done(new GitJob.Push(null, "main", "Again", false)).failure())
                .isEqualTo("NOTHING_NEW");
    }

    @Test
    void whatOthersPutThereIsNeverReplaced() throws IOException {
        done(new GitJob.Update(false));
        describe("Said in Studio.");
        String theirs = commit("main", "# One\n\nSaid by others.\n");

        assertThat(done(new GitJob.Push(null, "main", "Mine", false)).failure()).isEqualTo("MOVED");
        assertThat(server.head("main").name()).isEqualTo(theirs);

        assertThat(done(new GitJob.Update(false)).result()).isEqualTo(Result.UPDATED);
        assertThat(done(new GitJob.Push(null, "from-studio", "Mine", false)).result())
                .isEqualTo(Result.PUSHED);
        assertThat(server.head("from-studio").getParent(0).name()).isEqualTo(theirs);
        assertThat(server.head("main").name()).isEqualTo(theirs);
    }

    @Test
    void anotherCourseIsNotTakenForThisOne() throws IOException {
        commit("main", COURSE.replace("key: fixture-course", "key: another-course"), "# One\n");

        GitOutcome refused = done(new GitJob.Update(false));

        assertThat(refused.result()).isEqualTo(Result.REFUSED);
        assertThat(refused.report())
                .satisfies(report -> assertThat(report.faults())
                        .anySatisfy(fault -> assertThat(fault.code()).isEqualTo("git-other-course")));
        assertThat(draft().origin()).isNull();
    }

    @Test
    void aTokenIsKeptEncryptedUsedAndForgottenAtAnotherServer() throws IOException {
        server.lock();
        assertThat(done(new GitJob.Look()).failure()).isEqualTo("CREDENTIALS");
        GitPlace place = new GitPlace(server.address(), "main", "course");
        connect(place, Optional.of(GitServer.TOKEN));
        assertThat(done(new GitJob.Look()).result()).isEqualTo(Result.LOOKED);
        connect(place, Optional.empty());
        assertThat(connection().token()).isTrue();
        byte[] kept = jdbc.sql("select token from course_git where course_id = ?")
                .param(course.value())
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(GitServer.TOKEN);
        assertThat(connection().toString()).doesNotContain(GitServer.TOKEN);

        connect(new GitPlace("https://elsewhere.example.org/course.git", "main", "course"), Optional.empty());

        assertThat(connection().token()).isFalse();
    }

    @Test
    void aServerInsideTheNetworkIsNotAsked() {
        connect(new GitPlace("https://169.254.169.254/latest", "main", ""), Optional.empty());
        assertThat(done(new GitJob.Look()).failure()).isEqualTo("PRIVATE");
    }

    @Test
    void othersMayNot() {
        Set<String> elsewhere = Set.of(
                CoursesPermissions.EDIT + "@" + UUID.randomUUID(),
                CoursesPermissions.VIEW_DRAFT + "@" + UUID.randomUUID());
        assertThatThrownBy(() -> system.call(elsewhere, () -> repositories.find(course)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> system.call(elsewhere, () -> repositories.newSecret(course)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> system.run(elsewhere, () -> repositories.begin(course, new GitJob.Look())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nothingBeginsWithoutAConnection() {
        asAuthor(() -> {
            repositories.disconnect(course);
            return true;
        });
        assertThatThrownBy(() -> asAuthor(() -> {
                    repositories.begin(course, new GitJob.Look());
                    return true;
                }))
                .isInstanceOfSatisfying(
                        RuleViolation.class, none -> assertThat(none.code()).isEqualTo("courses.git.not-connected"));
    }

    @Test
    void whereAJobBeginsMeanwhileTheCourseStaysConnectedAsItWas() {
        GitPlace elsewhere = new GitPlace(server.address(), "other", "course");

        assertThatThrownBy(() -> beans.getBean(RetriedTransactions.class)
                        .run(() -> asAuthor(() -> {
                            assertThat(connection().busy()).isFalse();
                            CompletableFuture.runAsync(() -> beans.getBean(GitRows.class)
                                            .ask(course, new GitJob.Look(), null, Instant.now()))
                                    .join();
                            repositories.connect(course, elsewhere, "git", Optional.empty());
                            return true;
                        })))
                .isInstanceOfSatisfying(
                        RuleViolation.class, busy -> assertThat(busy.code()).isEqualTo("courses.git.busy"));

        assertThat(connection().place().branch()).isEqualTo("main");
    }

    @Test
    void aRepositoryWithTheSecretIsListenedToOnce() throws Exception {
        String secret = asAuthor(() -> repositories.newSecret(course));
        String push = "{\"ref\":\"refs/heads/main\",\"after\":\"1\"}";
        String signed = HexFormat.of().formatHex(WebhookSignature.mac(secret, push.getBytes(StandardCharsets.UTF_8)));

        String forged = (signed.startsWith("0") ? "1" : "0") + signed.substring(1);
        assertThat(said(course, push, "X-Hub-Signature-256", "sha256=" + forged))
                .isEqualTo(401);
        assertThat(said(course, push + " ", "X-Hub-Signature-256", "sha256=" + signed))
                .isEqualTo(401);
        assertThat(said(course, push, "X-Nothing", "x")).isEqualTo(401);
        assertThat(said(new CourseId(UUID.randomUUID()), push, "X-Hub-Signature-256", "sha256=" + signed))
                .isEqualTo(401);
        assertThat(connection().job()).isNull();

        assertThat(said(course, push, "X-Hub-Signature-256", "sha256=" + signed))
                .isEqualTo(202);
        assertThat(ended().result()).isEqualTo(Result.UPDATED);
        assertThat(said(course, push, "X-Hub-Signature-256", "sha256=" + signed))
                .isEqualTo(409);
    }

    @Test
    void eachKindOfServerIsUnderstood() throws Exception {
        String secret = asAuthor(() -> repositories.newSecret(course));
        String other = "{\"ref\":\"refs/heads/other\"}";
        String signed = HexFormat.of().formatHex(WebhookSignature.mac(secret, other.getBytes(StandardCharsets.UTF_8)));
        for (Map.Entry<String, String> header : List.of(
                Map.entry("X-Hub-Signature-256", "sha256=" + signed),
                Map.entry("X-Gitea-Signature", signed),
                Map.entry("X-Forgejo-Signature", signed),
                Map.entry("X-Gitlab-Token", secret))) {
            assertThat(said(course, other, header.getKey(), header.getValue()))
                    .as(header.getKey())
                    .isEqualTo(200);
        }
        assertThat(said(course, other, "X-Gitlab-Token", secret + "x")).isEqualTo(401);
        asAuthor(() -> {
            repositories.forgetSecret(course);
            return true;
        });
        assertThat(said(course, other, "X-Gitlab-Token", secret)).isEqualTo(401);
    }

    @Test
    void whoDoesNotKnowTheSecretKeepsNobodyFromBeingHeard() throws Exception {
        String secret = asAuthor(() -> repositories.newSecret(course));
        String other = "{\"ref\":\"refs/heads/other\"}";
        String stranger =
                "2001:db8::" + Integer.toHexString(Math.floorMod(course.value().hashCode(), 65_536));

        for (int time = 0; time < 20; time++) {
            assertThat(saidFrom(stranger, course, other, "X-Gitlab-Token", "guess"))
                    .isEqualTo(401);
        }
        assertThat(saidFrom(stranger, course, other, "X-Gitlab-Token", "guess")).isEqualTo(429);

        for (int time = 0; time < 25; time++) {
            assertThat(said(course, other, "X-Gitlab-Token", secret)).isEqualTo(200);
        }
        assertThat(said(course, "{\"ref\":\"refs/heads/main\"}", "X-Gitlab-Token", secret))
                .isEqualTo(202);
        assertThat(ended().result()).isEqualTo(Result.UPDATED);
    }

    private int said(CourseId about, String body, String header, String value) throws Exception {
        return saidFrom("203.0.113." + Math.floorMod(course.value().hashCode(), 250), about, body, header, value);
    }

    private int saidFrom(String address, CourseId about, String body, String header, String value) throws Exception {
        return mvc.perform(post(GitWebhookEndpoint.address(about))
                        .header(header, value)
                        .contentType("application/json")
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        })
                        .content(body))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void aCourseBeginsFromARepositoryAndStaysConnected() throws IOException {
        Partner other = CoursesFixtures.partner(beans);
        server.lock();
        UUID job = anywhere(() -> repositories.beginCourse(
                other.id(), new GitPlace(server.address(), "main", "course"), "git", Optional.of(GitServer.TOKEN)));

        ImportJob ended = importEnded(job);
        assertThat(ended.failure()).isNull();
        assertThat(ended.end()).isEqualTo(ImportEnd.CREATED);
        CourseId begun = ended.ofCourse().orElseThrow();
        GitConnection connection = anywhere(() -> repositories.find(begun)).orElseThrow();
        assertThat(connection.token()).isTrue();
        assertThat(connection.commit()).hasSize(40);
        await().atMost(Duration.ofSeconds(60)).until(() -> begun(job) == 0);

        commit("main", "# One\n\nBetter said.\n");
        anywhere(() -> {
            repositories.begin(begun, new GitJob.Update(false));
            return true;
        });
        await().atMost(Duration.ofSeconds(60))
                .until(() -> anywhere(() -> repositories.find(begun))
                        .filter(now -> !now.busy())
                        .flatMap(GitConnection::outcome)
                        .map(GitOutcome::result)
                        .isPresent());
        assertThat(anywhere(() -> repositories.find(begun))
                        .flatMap(GitConnection::outcome)
                        .map(GitOutcome::result))
                .contains(Result.UPDATED);
    }

    @Test
    void aBeginningThatTheServerRefusesSaysWhyAndMakesNothing() {
        Partner other = CoursesFixtures.partner(beans);
        UUID job = anywhere(() -> repositories.beginCourse(
                other.id(), new GitPlace(server.address(), "nowhere", ""), "", Optional.empty()));

        assertThat(importEnded(job).failure()).isEqualTo("GIT_NO_BRANCH");
        assertThat(jdbc.sql("select count(*) from course where partner_id = ?")
                        .param(other.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> system.call(
                        Set.of(CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT + "@" + partner.id()),
                        () -> repositories.beginCourse(
                                other.id(), new GitPlace(server.address(), "main", ""), "", Optional.empty())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aCourseReachesItsRepositoryBySshWithAKeyOfItsOwnAndKnowsItsServer() throws Exception {
        try (GitSshServer ssh = new GitSshServer(server.repository())) {
            GitPlace place = new GitPlace(ssh.address(), "main", "course");
            connect(place, Optional.of("not-for-ssh"));
            String line = Objects.requireNonNull(connection().key());
            assertThat(line).startsWith("ssh-ed25519 ");
            assertThat(connection().token()).isFalse();
            assertThat(done(new GitJob.Look()).failure()).isEqualTo("KEY");
            ssh.letIn(line);
            assertThat(done(new GitJob.Update(false)).result()).isEqualTo(Result.UPDATED);
            assertThat(connection().hostKey()).isEqualTo(ssh.fingerprint());
            connect(new GitPlace(ssh.address(), "main", "course"), Optional.empty());
            assertThat(connection().key()).isEqualTo(line);
            describe("Said in Studio.");
            assertThat(done(new GitJob.Push(null, "main", "Better words", false))
                            .result())
                    .isEqualTo(Result.PUSHED);

            ssh.changeItsKey();
            assertThat(done(new GitJob.Look()).failure()).isEqualTo("HOST_KEY");
            anywhere(() -> {
                repositories.knowHost(course, "");
                return true;
            });
            assertThat(done(new GitJob.Look()).result()).isEqualTo(Result.LOOKED);

            byte[] kept = jdbc.sql("select ssh_key from course_git where course_id = ?")
                    .param(course.value())
                    .query(byte[].class)
                    .single();
            anywhere(() -> {
                repositories.newKey(course);
                return true;
            });
            assertThat(connection().key()).isNotEqualTo(line);
            assertThat(jdbc.sql("select ssh_key from course_git where course_id = ?")
                            .param(course.value())
                            .query(byte[].class)
                            .single())
                    .isNotEqualTo(kept);
            connect(new GitPlace(server.address(), "main", "course"), Optional.empty());
            assertThat(connection().key()).isNull();
            assertThat(connection().hostKey()).isNull();
        }
    }

    @Test
    void aCourseBeginsBySshWithAKeyThatIsShownBefore() throws IOException {
        Partner other = CoursesFixtures.partner(beans);
        IdentityFixtures.signIn(IdentityFixtures.authentication(
                AccountId.next(),
                CoursesPermissions.EDIT + "@" + other.id(),
                CoursesPermissions.VIEW_DRAFT + "@" + other.id()));
        try (GitSshServer ssh = new GitSshServer(server.repository())) {
            GitPlace place = new GitPlace(ssh.address(), "main", "course");
            String line = repositories.keyToBeginWith(other.id());
            assertThat(repositories.keyToBeginWith(other.id())).isEqualTo(line);
            UUID job = repositories.beginCourse(other.id(), place, "", Optional.empty());
            assertThat(importEnded(job).failure()).isEqualTo("GIT_KEY");

            ssh.letIn(line);
            beans.getBean(ImportJobs.class).again(job, EditedThings.KEEP);
            ImportJob ended = importEnded(job);
            assertThat(ended.end()).isEqualTo(ImportEnd.CREATED);
            GitConnection begun =
                    repositories.find(ended.ofCourse().orElseThrow()).orElseThrow();
            assertThat(begun.key()).isEqualTo(line);
            assertThat(begun.hostKey()).startsWith("ssh-ed25519 SHA256:");
            assertThat(repositories.keyToBeginWith(other.id())).isNotEqualTo(line);
        }
    }

    @Test
    void aTokenGoesWithAnImportThatEndedForGoodAndElseAfterADay() {
        Partner other = CoursesFixtures.partner(beans);
        UUID wrong = anywhere(() -> repositories.beginCourse(
                other.id(), new GitPlace(server.address(), "nowhere", ""), "", Optional.of("a-token")));
        assertThat(importEnded(wrong).end()).isEqualTo(ImportEnd.FAILED);
        await().atMost(Duration.ofSeconds(60)).until(() -> begun(wrong) == 0);
        assertThat(anywhere(() -> beans.getBean(ImportJobs.class).isThere(wrong)))
                .isFalse();

        server.close();
        UUID away = anywhere(() -> repositories.beginCourse(
                other.id(), new GitPlace(server.address(), "main", ""), "", Optional.of("a-token")));
        assertThat(importEnded(away).failure()).isEqualTo("GIT_UNREACHABLE");
        GitBeginnings beginnings = beans.getBean(GitBeginnings.class);
        beginnings.forget(Instant.now().minus(Duration.ofDays(1)));
        assertThat(begun(away)).isOne();
        beginnings.forget(Instant.now().plus(Duration.ofDays(1)));
        assertThat(begun(away)).isZero();
    }

    private int begun(UUID job) {
        return jdbc.sql("select count(*) from course_import_git where import_id = ?")
                .param(job)
                .query(Integer.class)
                .single();
    }

    private ImportJob importEnded(UUID job) {
        ImportJobs jobs = beans.getBean(ImportJobs.class);
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> anywhere(() -> jobs.find(job)).orElseThrow(), now -> !now.goesOn());
    }

    private <T> T anywhere(Supplier<T> work) {
        return system.call(Set.of(CoursesPermissions.EDIT, CoursesPermissions.VIEW_DRAFT), work);
    }
}
