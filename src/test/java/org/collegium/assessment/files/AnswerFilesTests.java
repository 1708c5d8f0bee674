package org.collegium.assessment.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AnswerFile;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.StartResult;
import org.collegium.assessment.marking.AnswerToMark;
import org.collegium.assessment.marking.Marking;
import org.collegium.assessment.marking.MarkingPermissions;
import org.collegium.assessment.marking.OpenedAnswer;
import org.collegium.content.BlobId;
import org.collegium.content.PersonalFiles;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Files of answers, from the first piece to the last reader, and those who want more than is theirs. */
@Tag("module")
@JobsRest
class AnswerFilesTests extends AdasWorkTest {

    private static final byte[] PDF = "%PDF-1.7 a page".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Marking marking;

    @Autowired
    private SweepingFiles sweeping;

    @Autowired
    private PersonalFiles files;

    @Autowired
    private List<PersonalDataExport> exports;

    private CourseVersion course;
    private ActivityPlace place;
    private OpenAttempt attempt;
    private String ticket = "";

    @BeforeEach
    void adaBegins() {
        course = AssessmentFixtures.published(beans, AssessmentFixtures.FILES);
        place = joined(AssessmentFixtures.place(beans, ada, course));
        attempt = going(ada);
        ticket = attempt.ticket().token();
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatIsThereWholeAtTheEndCountsAndIsMarked() throws Exception {
        String id = handIn("work", "page.pdf", PDF);
        begin("work", "never.pdf", PDF.length, "").andExpect(status().isOk());

        fixtures.signIn(ada);
        AnswerFile soFar = FileUpload.of(
                        Objects.requireNonNull(again().answers().get("work")).answer())
                .getFirst();
        assertThat(soFar.sha256()).isEqualTo(hash(PDF));
        AttemptResult result = attempts.submit(ada, attempt.id());

        assertThat(FileUpload.of(Objects.requireNonNull(result.answers().get("work"))))
                .containsExactly(soFar);
        assertThat(soFar.address()).contains("/answer-files/" + id);
        assertThat(result.grade().waiting()).containsExactly("work");
        sweeping.sweep();
        assertThat(rows()).isEqualTo(1);
        marker();
        UUID waiting = jdbc.sql("select id from quiz_marking where attempt_id = ?")
                .param(attempt.id().value())
                .query(UUID.class)
                .single();
        AnswerToMark opened = ((OpenedAnswer.Open) marking.open(run(), waiting)).answer();
        assertThat(FileUpload.of(opened.answer()))
                .extracting(AnswerFile::name)
                .as("nobody is told whose it is")
                .singleElement()
                .satisfies(name -> assertThat(name).matches("file-[0-9a-f]{6}\\.pdf"));
    }

    @Test
    void piecesGoOnFromWhereTheServerHasThem() throws Exception {
        byte[] text = "A line of text.\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        String id = id(begin("work", "long.txt", text.length, hash(text))
                .andExpect(jsonPath("$.received").value(0)));
        piece(id, 0, Arrays.copyOf(text, 50_000))
                .andExpect(jsonPath("$.received").value(50_000));
        piece(id, 0, Arrays.copyOf(text, 60_000))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.received").value(50_000));
        piece(id, 60_000, new byte[10]).andExpect(status().isConflict());
        begin("work", "long.txt", text.length, hash(text))
                .andExpect(jsonPath("$.id").value(id))
                .andExpect(jsonPath("$.received").value(50_000));
        sweeping.sweep();

        byte[] rest = Arrays.copyOfRange(text, 50_000, text.length);
        String sha256 = hash(text);
        piece(id, 50_000, rest)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.sha256").value(sha256))
                .andExpect(jsonPath("$.kind").value("TEXT"))
                .andExpect(jsonPath("$.storedAt").isString())
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE));
        // The receipt was lost on its way, and the browser asks again.
        piece(id, 50_000, rest).andExpect(jsonPath("$.sha256").value(sha256));
        assertThat(files.open(new BlobId(sha256)).orElseThrow().readAllBytes()).isEqualTo(text);
        assertThat(files.drafts()).doesNotContain(UUID.fromString(id));
    }

    @Test
    void whatIsNotAskedForIsRefusedWithTheReasonAndLeavesNothing() throws Exception {
        refused(begin("work", "big.pdf", 512 * 1024 + 1, ""), 413, "large");
        refused(begin("work", "empty.pdf", 0, ""), 422, "empty");
        refused(begin("sure", "a.pdf", 5, ""), 404, "unknown");
        refused(begin("else", "a.pdf", 5, ""), 404, "unknown");
        refused(begin("work", "a.pdf", 5, "xyz"), 400, "unreadable");
        refused(
                mvc.perform(post("/journal/files")
                        .header("Authorization", "Bearer " + ticket)
                        .content("{")),
                400,
                "unreadable");

        byte[] program = {'M', 'Z', 0, 1, 2};
        refused(piece(id(begin("work", "page.pdf", program.length, hash(program))), 0, program), 415, "kind");
        refused(piece(id(begin("work", "page.pdf", PDF.length, hash(program))), 0, PDF), 422, "hash");
        String id = id(begin("work", "page.pdf", 3, ""));
        refused(piece(id, 0, PDF), 400, "unreadable");
        refused(piece(id, 0, new byte[AnswerFileEndpoint.MOST_BYTES + 1]), 400, "unreadable");
        refused(piece(UUID.randomUUID().toString(), 0, PDF), 404, "unknown");
        refused(piece("etc", 0, PDF), 404, "unknown");
        assertThat(stored()).isZero();
        handIn("any", "tool.exe", program);
    }

    @Test
    void noMoreThanAllowedAndOneTakesThePlaceOfAnother() throws Exception {
        String first = handIn("work", "one.pdf", PDF);
        byte[] other = "Another text".getBytes(StandardCharsets.UTF_8);
        // Two devices begin while there is room for one.
        String here = id(begin("work", "two.txt", other.length, hash(other)));
        String there = id(begin("work", "three.txt", other.length, ""));
        piece(here, 0, other).andExpect(status().isOk());
        refused(piece(there, 0, other), 413, "many");
        refused(begin("work", "four.txt", 5, ""), 413, "many");

        ResultActions begun = mvc.perform(post("/journal/files")
                .header("Authorization", "Bearer " + ticket)
                .content(wanted("work", "five.txt", other.length, "", "\"" + first + "\"")));
        assertThat(stored()).isEqualTo(2);
        piece(id(begun), 0, other).andExpect(status().isOk());
        mvc.perform(get("/journal/files").header("Authorization", "Bearer " + ticket))
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].name").value("two.txt"))
                .andExpect(jsonPath("$[0].question").value("work"))
                .andExpect(jsonPath("$[1].name").value("five.txt"));
        mvc.perform(delete("/journal/files/" + here).header("Authorization", "Bearer " + ticket))
                .andExpect(status().isOk());
        assertThat(stored()).isEqualTo(1);
        // The content of both is the same; it stays while one of them does.
        sweeping.sweep();
        assertThat(files.open(new BlobId(hash(other)))).isPresent();
    }

    @Test
    void allFilesOfAnAttemptHaveRoomTogether() throws Exception {
        handIn("any", "one.pdf", PDF);
        jdbc.sql("update quiz_answer_file set size = ? where attempt_id = ?")
                .params(200L * 1024 * 1024, attempt.id().value())
                .update();
        refused(begin("work", "two.pdf", PDF.length, ""), 413, "quota");
    }

    @Test
    void nothingIsTakenAfterTheEndOrByATicketOfOthers() throws Exception {
        String id = handIn("work", "page.pdf", PDF);
        String going = id(begin("work", "late.pdf", PDF.length, ""));
        AccountId alan = fixtures.learner("Alan");
        AssessmentFixtures.joined(beans, fixtures, alan, course);
        String own = ticket;
        ticket = going(alan).ticket().token();
        SecurityContextHolder.clearContext();
        refused(piece(going, 0, PDF), 404, "unknown");
        mvc.perform(delete("/journal/files/" + id).header("Authorization", "Bearer " + ticket))
                .andExpect(status().isNotFound());
        mvc.perform(get("/journal/files").header("Authorization", "Bearer " + ticket))
                .andExpect(jsonPath("$.length()").value(0));
        ticket = "x";
        refused(piece(going, 0, PDF), 401, "ticket");
        mvc.perform(get("/journal/files")).andExpect(status().isUnauthorized());

        ticket = own;
        past(Duration.ofMinutes(29));
        piece(going, 0, Arrays.copyOf(PDF, 5)).andExpect(status().isOk());
        past(Duration.ofMinutes(2));
        refused(piece(going, 5, Arrays.copyOfRange(PDF, 5, PDF.length)), 410, "ended");
        refused(begin("work", "later.pdf", 5, ""), 410, "ended");
        mvc.perform(delete("/journal/files/" + id).header("Authorization", "Bearer " + ticket))
                .andExpect(status().isGone());
    }

    @Test
    void onlyTheLearnerAndLaterTheMarkersReadIt() throws Exception {
        String id = handIn("work", "page\u202E.pdf", PDF);
        String tool = handIn("any", "page.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        read(id).andExpect(status().isNotFound());
        fixtures.signIn(fixtures.learner("Alan"));
        read(id).andExpect(status().isNotFound());
        marker();
        read(id).andExpect(status().isNotFound());
        fixtures.signIn(ada);
        read(id).andExpect(status().isOk()).andExpect(content().bytes(PDF));
        fixtures.signIn(ada);
        attempts.submit(ada, attempt.id());

        marker();
        read(id).andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Content-Disposition", startsWith("inline")))
                .andExpect(header().string("Content-Disposition", not(containsString("page"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
        marker();
        read(id + "?save=true").andExpect(header().string("Content-Disposition", startsWith("attachment")));
        fixtures.signIn(ada);
        read(id).andExpect(header().string("Content-Disposition", containsString("page.pdf")));
        jdbc.sql("""
                        insert into quiz_marking_setting (run_id, unit_key, anonymous, second_percent, differing_percent, step, changed_at)
                        values (?, 'quiz-models', false, 0, 20, 0.5, now(6))
                        """).param(run().value()).update();
        marker();
        read(id).andExpect(header().string("Content-Disposition", containsString("page.pdf")));
        marker();
        read(tool)
                .andExpect(content().contentType("text/plain;charset=UTF-8"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")));
        marker();
        read("no-id").andExpect(status().isNotFound());
        fixtures.signIn(fixtures.learner("Mallory"), MarkingPermissions.MARK + "@" + UUID.randomUUID());
        read(id).andExpect(status().isNotFound());
    }

    /** What could run as a page is shown as plain text or saved, whatever its name says, so it is never a page of this origin. */
    @Test
    void nothingThatWasHandedInIsEverAPageOfThePlatform() throws Exception {
        String script = "<script>fetch('/account')</script>";
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='fetch(1)'>" + script + "</svg>";
        String notebook = "{\"nbformat\":4,\"cells\":[{\"source\":\"" + script + "\"}]}";
        Map<String, String> kinds = Map.of(
                "page.html", "<!doctype html>" + script,
                "picture.svg", svg,
                "picture.png", "\u0089PNG\r\n\u001a\n" + script,
                "twofold.html", "%PDF-1.7\n" + script,
                "work.ipynb", notebook,
                "archive.zip", "PK\u0003\u0004" + script,
                "program.js", "MZ\u0000" + script);
        Map<String, String> types = Map.of(
                "page.html", "text/plain;charset=UTF-8",
                "picture.svg", "text/plain;charset=UTF-8",
                "picture.png", "image/png",
                "twofold.html", "application/pdf");
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            String id = handIn("any", kind.getKey(), kind.getValue().getBytes(StandardCharsets.ISO_8859_1));
            String type = types.getOrDefault(kind.getKey(), "application/octet-stream");
            fixtures.signIn(ada);
            read(id).andExpect(status().isOk())
                    .andExpect(header().string("Content-Type", type))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(header().string("Content-Security-Policy", startsWith("default-src 'none'")))
                    .andExpect(header().string(
                                    "Content-Security-Policy",
                                    type.equals("application/pdf")
                                            ? not(containsString("script"))
                                            : endsWith("; sandbox")))
                    .andExpect(header().string(
                                    "Content-Disposition",
                                    startsWith(types.containsKey(kind.getKey()) ? "inline" : "attachment")));
            fixtures.signIn(ada);
            read(id + "?save=true")
                    .andExpect(header().string("Content-Type", "application/octet-stream"))
                    .andExpect(header().string("Content-Disposition", startsWith("attachment")));
            mvc.perform(delete("/journal/files/" + id).header("Authorization", "Bearer " + ticket))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void theFilesAreInTheExportAndGoWithThePerson() throws Exception {
        byte[] own = ("%PDF- " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        handIn("work", "page.pdf", own);
        fixtures.signIn(ada);
        attempts.submit(ada, attempt.id());
        PersonalDataExport export = exports.stream()
                .filter(each -> each.name().equals("answerFiles"))
                .findFirst()
                .orElseThrow();
        assertThat(export.dataOf(ada).toString()).contains("page.pdf", hash(own));
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        assertThat(export.filesOf(ada)).singleElement().satisfies(file -> {
            assertThat(file.path()).endsWith("/page.pdf");
            file.content().writeTo(target);
        });
        assertThat(target.toByteArray()).isEqualTo(own);

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(ada, Instant.now())));
        assertThat(rows()).isZero();
        sweeping.sweep();
        assertThat(files.open(new BlobId(hash(own)))).isEmpty();
        assertThat(export.filesOf(ada)).isEmpty();
    }

    @Test
    void anAnswerThatTheBrowserInventsIsNone() throws Exception {
        fixtures.signIn(ada);
        attempts.save(
                ada,
                attempt.id(),
                Map.of(
                        "work",
                        Answer.of(
                                "{\"id\":null,\"name\":\"x\",\"size\":1,\"kind\":\"PDF\",\"mediaType\":\"\",\"sha256\":\"\",\"storedAt\":null}")));

        assertThat(attempts.submit(ada, attempt.id()).answers()).doesNotContainKey("work");
    }

    private OpenAttempt going(AccountId learner) {
        StartResult started = attempts.start(learner, AssessmentFixtures.place(beans, learner, course));
        return ((StartResult.Going) started).attempt();
    }

    private OpenAttempt again() {
        return attempts.goOn(ada, place).orElseThrow();
    }

    private CourseRunId run() {
        return new CourseRunId(AssessmentFixtures.run(place));
    }

    private void marker() {
        fixtures.signIn(fixtures.learner("Grace"), MarkingPermissions.MARK + "@" + course.partner());
    }

    /** So much of the attempt has passed in addition. */
    private void past(Duration time) {
        jdbc.sql("""
                        update quiz_attempt set started_at = started_at - interval :seconds second,
                            due_at = due_at - interval :seconds second where id = :id
                        """)
                .param("seconds", time.toSeconds())
                .param("id", attempt.id().value())
                .update();
    }

    private int rows() {
        return jdbc.sql("select count(*) from quiz_answer_file where attempt_id = ?")
                .param(attempt.id().value())
                .query(Integer.class)
                .single();
    }

    private int stored() {
        return jdbc.sql("select count(*) from quiz_answer_file where attempt_id = ? and stored_at is not null")
                .param(attempt.id().value())
                .query(Integer.class)
                .single();
    }

    private String handIn(String question, String name, byte[] bytes) throws Exception {
        String id = id(begin(question, name, bytes.length, hash(bytes)));
        piece(id, 0, bytes)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.storedAt").isString());
        return id;
    }

    private ResultActions begin(String question, String name, long size, String sha256) throws Exception {
        return mvc.perform(post("/journal/files")
                .header("Authorization", "Bearer " + ticket)
                .content(wanted(question, name, size, sha256, "null")));
    }

    private static String wanted(String question, String name, long size, String sha256, String replaces) {
        return "{\"question\":\"%s\",\"name\":\"%s\",\"size\":%d,\"sha256\":\"%s\",\"replaces\":%s}"
                .formatted(question, name, size, sha256, replaces);
    }

    private ResultActions piece(String id, long at, byte[] bytes) throws Exception {
        return mvc.perform(put("/journal/files/{id}", id)
                .queryParam("at", String.valueOf(at))
                .header("Authorization", "Bearer " + ticket)
                .content(bytes));
    }

    private ResultActions read(String id) throws Exception {
        return mvc.perform(get("/answer-files/" + id));
    }

    private static void refused(ResultActions answer, int status, String problem) throws Exception {
        answer.andExpect(status().is(status)).andExpect(jsonPath("$.problem").value(problem));
    }

    private static String id(ResultActions begun) throws IOException {
        return JsonPath.read(begun.andReturn().getResponse().getContentAsString(), "$.id");
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
