package org.collegium.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collegium.CountedQueries;
import org.collegium.content.BlobId;
import org.collegium.content.Blobs;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CoursePublished;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountId;
import org.collegium.shared.Uuids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;

@Tag("module")
class ServedFilesTests extends StudyTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Blobs blobs;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private ServedFiles granted;

    @Autowired
    private EntityManagerFactory entities;

    private CourseManifest manifest;
    private Offered offered;
    private AccountId ada;
    private final Map<String, CourseFile> files = new HashMap<>();

    /** Every content is another one in every test, so that no earlier course opens it. */
    @BeforeEach
    void aPublishedCourse() throws IOException {
        String own = Uuids.next().toString();
        add("lessons/sample.md", "# Sample\n\n![A tree](../assets/open.svg) " + own, "text/markdown");
        add("lessons/closed.md", "# Closed\n\n![A tree](../assets/closed.svg) " + own, "text/markdown");
        add("quizzes/keys.yaml", "answer: " + own, "application/yaml");
        add(
                "assets/open.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- open " + own + "--></svg>",
                "image/svg+xml");
        add(
                "assets/closed.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- " + own + "--></svg>",
                "image/svg+xml");
        add("assets/page.html", "<script>alert(1)</script>" + own, "text/html");
        add("labs/one/lab.yaml", "title: " + own, "application/yaml");
        add("labs/one/solved.ipynb", "{\"solution\": \"" + own + "\"}", "application/x-ipynb+json");
        List<CourseUnit> units = List.of(
                unit("sample", "lesson", "lessons/sample.md", true),
                unit("closed", "lesson", "lessons/closed.md", false),
                unit("keys", "quiz", "quizzes/keys.yaml", false),
                unit("lab", "lab", "labs/one/lab.yaml", false));
        CourseManifest bare = StudyFixtures.course(List.of(new CourseSection("only", "Only", null, units)));
        manifest = new CourseManifest(bare.metadata(), bare.sections(), files);
        offered = published();
        ada = fixtures.learner("Ada");
        fixtures.signIn(ada);
        enrolments.join(ada, offered.run());
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatASampleShowsIsOpenToEverybodyAndKeptForEver() throws Exception {
        mvc.perform(get(address("assets/open.svg")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/svg+xml"))
                .andExpect(
                        header().string("Cache-Control", allOf(containsString("public"), containsString("immutable"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().doesNotExist("Set-Cookie"));
    }

    @Test
    void otherFilesAreForLearnersOfTheCourse() throws Exception {
        serve("assets/closed.svg", as(ada))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("private")));
        serve("assets/closed.svg", as(fixtures.learner("Eve"))).andExpect(status().isNotFound());
        mvc.perform(get(address("assets/closed.svg"))).andExpect(status().isNotFound());
    }

    @Test
    void theFilesOfUnitsAreServedToNobody() throws Exception {
        serve("quizzes/keys.yaml", as(ada)).andExpect(status().isNotFound());
        serve("lessons/sample.md", as(ada)).andExpect(status().isNotFound());
    }

    @Test
    void theAuthorsNotebookOfALabIsServedToNobody() throws Exception {
        serve("labs/one/solved.ipynb", as(ada)).andExpect(status().isNotFound());
        serve("labs/one/lab.yaml", as(ada)).andExpect(status().isNotFound());
    }

    @Test
    void whatCouldRunAsAPageIsSaved() throws Exception {
        serve("assets/page.html", as(ada))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/octet-stream"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
    }

    @Test
    void oneMayAskForAPartAndIsNotSentWhatOneHas() throws Exception {
        RequestPostProcessor ada = as(this.ada);
        mvc.perform(get(address("assets/closed.svg")).with(ada).header(HttpHeaders.RANGE, "bytes=0-3"))
                .andExpect(status().isPartialContent())
                .andExpect(header().string("Content-Range", containsString("bytes 0-3/")))
                .andExpect(content().bytes("<svg".getBytes(StandardCharsets.UTF_8)));
        mvc.perform(get(address("assets/closed.svg"))
                        .with(ada)
                        .header(
                                HttpHeaders.IF_NONE_MATCH,
                                '"' + file("assets/closed.svg").sha256() + '"'))
                .andExpect(status().isNotModified());
    }

    @Test
    void howManyCoursesShareAFileDoesNotMatter() {
        BlobId shared = new BlobId(file("assets/closed.svg").sha256());
        for (int more = 0; more < 5; more++) {
            published();
        }

        fixtures.signIn(ada);
        assertThat(granted.of(shared)).isPresent();
        assertThat(CountedQueries.during(entities, () -> granted.of(shared))).isLessThanOrEqualTo(2);
        fixtures.signIn(fixtures.learner("Eve"));
        assertThat(granted.of(shared)).isEmpty();
        assertThat(CountedQueries.during(entities, () -> granted.of(shared))).isLessThanOrEqualTo(2);
    }

    @Test
    void whatNobodyStoredIsNotThere() throws Exception {
        mvc.perform(get("/content/" + "f".repeat(64) + "/x.png")).andExpect(status().isNotFound());
    }

    private Offered published() {
        Offered fresh = fixtures.offer(manifest, Terms.OPEN);
        transaction.executeWithoutResult(
                status -> publisher.publishEvent(new CoursePublished(fresh.course(), fresh.version(), fresh.run())));
        return fresh;
    }

    private ResultActions serve(String path, RequestPostProcessor person) throws Exception {
        return mvc.perform(get(address(path)).with(person));
    }

    private String address(String path) {
        return "/content/" + file(path).sha256() + "/name";
    }

    private CourseFile file(String path) {
        return Objects.requireNonNull(files.get(path));
    }

    private RequestPostProcessor as(AccountId person) {
        fixtures.signIn(person);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return authentication(Objects.requireNonNull(authentication));
    }

    private void add(String path, String text, String mediaType) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        files.put(path, new CourseFile(path, blobs.put(bytes).sha256(), bytes.length, mediaType));
    }

    private static CourseUnit unit(String key, String kind, String file, boolean sample) {
        return new CourseUnit(key, key, kind, file, 1, sample, true, false, null, 0, List.of());
    }
}
