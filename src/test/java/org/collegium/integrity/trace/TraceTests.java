package org.collegium.integrity.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.StartResult;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.integrity.trace.Moment.What;
import org.collegium.shared.PageRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What is kept of attempts, from honest browsers and from others. */
@Tag("module")
class TraceTests extends AdasWorkTest {

    private static final PageRequest FIRST = new PageRequest(0, 10);
    private static final UUID WINDOW = UUID.randomUUID();

    @Autowired
    private MockMvc http;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Traces traces;

    @Autowired
    private TraceAddress address;

    @Autowired
    private PersonsTraces persons;

    private CourseVersion course;
    private CourseRunId run;
    private OpenAttempt attempt;

    @BeforeEach
    void adaIsInAnAttemptWithATrace() {
        course = AssessmentFixtures.published(
                beans, AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\ntrace: true"));
        ActivityPlace place = joined(AssessmentFixtures.place(beans, ada, course));
        run = new CourseRunId(AssessmentFixtures.run(place));
        attempt = begin(place);
    }

    private OpenAttempt begin(ActivityPlace place) {
        OpenAttempt begun = ((StartResult.Going) attempts.start(ada, place)).attempt();
        String unused = address.opened(ada, begun.id(), "192.0.2.7");
        return begun;
    }

    @Test
    void whatHappensStandsThereInItsOrderForTheLearnerAndForStaff() throws Exception {
        assertThat(tell(event("away", ",\"seconds\":90,\"ago\":60000"))).isEqualTo(204);
        assertThat(tell(event("pasted", ",\"characters\":212,\"question\":\"q-text\",\"ago\":30000")))
                .isEqualTo(204);
        assertThat(tell(event("offline", ",\"seconds\":7,\"ago\":20000"))).isEqualTo(204);
        assertThat(tell(event("reloaded", ",\"ago\":10000")
                        .replace(WINDOW.toString(), UUID.randomUUID().toString())))
                .isEqualTo(204);
        attempts.submit(ada, attempt.id());

        List<Moment> own = traces.own(ada, attempt.id());
        assertThat(own.stream().map(Moment::what))
                .containsExactlyInAnyOrder(
                        What.STARTED, What.AWAY, What.PASTED, What.OFFLINE, What.WINDOW, What.RELOADED, What.SUBMITTED);
        assertThat(own)
                .filteredOn(moment -> moment.what() == What.PASTED)
                .singleElement()
                .satisfies(pasted -> {
                    assertThat(pasted.characters()).isEqualTo(212);
                    assertThat(pasted.question()).isEqualTo(5);
                });
        assertThat(own.getFirst().what()).isEqualTo(What.STARTED);
        assertThat(own.getLast().what()).isEqualTo(What.SUBMITTED);

        signInStaff();
        TracedAttempt seen = traces.find(run, attempt.id()).orElseThrow();
        assertThat(seen.moments()).as("staff see the same").isEqualTo(own);
        assertThat(traces.list(run, "ada", FIRST))
                .singleElement()
                .satisfies(listed -> assertThat(listed.attempt()).isEqualTo(attempt.id()));
        assertThat(traces.count(run, "nobody")).isZero();
    }

    @Test
    void theSameEventIsKeptOnceHoweverOftenItIsTold() throws Exception {
        String once = event("away", ",\"seconds\":5");

        assertThat(tell(once)).isEqualTo(204);
        assertThat(tell(once)).isEqualTo(204);

        assertThat(count("AWAY")).isEqualTo(1);
    }

    @Test
    void anAddressIsNowhereAndAnotherNetworkIsSeenAsAnother() throws Exception {
        tellFrom("192.0.2.200", event("away", ",\"seconds\":5"));
        assertThat(traces.own(ada, attempt.id())).noneMatch(moment -> moment.what() == What.NETWORK);
        tellFrom("198.51.100.4", event("away", ",\"seconds\":5"));
        tellFrom("2001:db8::1", event("away", ",\"seconds\":5"));

        assertThat(traces.own(ada, attempt.id()))
                .filteredOn(moment -> moment.what() == What.NETWORK)
                .extracting(Moment::name)
                .containsExactly("B", "C");
        assertThat(jdbc.sql("select network from integrity_event where attempt_id = ?")
                        .param(attempt.id().value())
                        .query(Integer.class)
                        .list())
                .as("of 16 bits, which hold no address")
                .hasSize(4)
                .allSatisfy(network -> assertThat(network).isBetween(0, 0xffff));
    }

    @Test
    void whatWaitedForAnotherNetworkCameByItWhenItWasToldNotWhenItHappened() throws Exception {
        jdbc.sql("update quiz_attempt set started_at = started_at - interval 20 minute where id = ?")
                .param(attempt.id().value())
                .update();
        Instant told = Instant.now().minusSeconds(5);
        tellFrom("198.51.100.4", event("pasted", ",\"characters\":9,\"ago\":600000"));

        List<Moment> own = traces.own(ada, attempt.id());
        assertThat(own).extracting(Moment::what).containsExactly(What.STARTED, What.PASTED, What.NETWORK);
        assertThat(own.get(1).at()).isBefore(told);
        assertThat(own.getLast().at()).isAfter(told);
    }

    @Test
    void noTicketOrAnothersTicketKeepsNothing() throws Exception {
        assertThat(post("", event("away", ""), "192.0.2.7").getStatus()).isEqualTo(401);
        assertThat(post("nonsense.nonsense.nonsense", event("away", ""), "192.0.2.7")
                        .getStatus())
                .isEqualTo(401);
        String changed = attempt.ticket().token().replaceAll("\\.[^.]*$", ".AAAA");
        assertThat(post(changed, event("away", ""), "192.0.2.7").getStatus()).isEqualTo(401);
        assertThat(count("AWAY")).isZero();
    }

    @Test
    void whatCannotBeReadOrIsTooMuchIsRefusedAndWhatIsImpossibleIsBroughtIntoBounds() throws Exception {
        assertThat(tellRaw("nonsense")).isEqualTo(400);
        assertThat(tellRaw("null")).isEqualTo(400);
        assertThat(tellRaw("{\"events\":null}")).isEqualTo(400);
        assertThat(tellRaw("{\"events\":[null]}")).isEqualTo(400);
        assertThat(tellRaw("{\"events\":[{\"kind\":\"away\"}]}")).isEqualTo(400);
        assertThat(tellRaw("x".repeat(TraceEndpoint.MOST_BYTES + 1))).isEqualTo(413);
        assertThat(tellRaw(events(TraceEndpoint.MOST_AT_ONCE + 1))).isEqualTo(413);
        assertThat(tell(event("page", ""))).as("browsers do not tell this").isEqualTo(204);
        assertThat(tell(event("<script>", ""))).isEqualTo(204);
        assertThat(tell(event(
                        "pasted",
                        ",\"characters\":2147483647,\"seconds\":-5,\"ago\":9223372036854775807,\"question\":\"x\"")))
                .isEqualTo(204);
        assertThat(tell(event("away", ",\"ago\":-99999999999"))).isEqualTo(204);

        assertThat(count("PAGE")).as("the one at the start").isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from integrity_event where attempt_id = ?")
                        .param(attempt.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(jdbc.sql("select count(question_key) from integrity_event where attempt_id = ?")
                        .param(attempt.id().value())
                        .query(Integer.class)
                        .single())
                .as("a question that the quiz does not have")
                .isZero();
        assertThat(traces.own(ada, attempt.id())).allSatisfy(moment -> {
            assertThat(moment.at()).isAfterOrEqualTo(attempt.time().startedAt());
            assertThat(moment.characters()).isBetween(0, 1_000_000);
            assertThat(moment.seconds()).isBetween(0, 86_400);
            assertThat(moment.question()).isZero();
        });
    }

    @Test
    void aBrowserThatTellsWithoutEndFillsNothing() throws Exception {
        int kept = 0;
        int refused = 0;
        for (int i = 0; i < TraceEndpoint.MOST_REQUESTS + 10; i++) {
            int status = tellRaw(events(TraceEndpoint.MOST_AT_ONCE));
            kept += status == 204 ? 1 : 0;
            refused += status == 429 ? 1 : 0;
        }

        assertThat(kept).isBetween(TraceEndpoint.MOST_REQUESTS, TraceEndpoint.MOST_REQUESTS + 3);
        assertThat(refused).isPositive();
        assertThat(jdbc.sql("select count(*) from integrity_event where attempt_id = ?")
                        .param(attempt.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(TraceKeeping.MOST);
        assertThat(count("FULL")).isEqualTo(1);
        assertThat(attempts.submit(ada, attempt.id()))
                .as("answers count all the same")
                .isNotNull();
    }

    @Test
    void whereTheQuizDoesNotAskNothingIsKept() throws Exception {
        CourseVersion plain = AssessmentFixtures.published(beans, AssessmentFixtures.QUIZ);
        attempt = begin(joined(AssessmentFixtures.place(beans, ada, plain)));

        assertThat(tell(event("away", ",\"seconds\":5"))).isEqualTo(410);
        assertThat(traces.own(ada, attempt.id())).isEmpty();
        assertThat(count("PAGE")).isZero();
    }

    @Test
    void longAfterTheEndNothingIsTaken() throws Exception {
        attempts.submit(ada, attempt.id());
        assertThat(tellFrom("198.51.100.4", event("offline", ",\"seconds\":5")))
                .as("it waited for a network")
                .isEqualTo(204);
        assertThat(traces.own(ada, attempt.id()))
                .as("where it came from afterwards is not part of the attempt")
                .noneMatch(moment -> moment.what() == What.NETWORK);
        jdbc.sql("update quiz_attempt set submitted_at = submitted_at - interval 2 day where id = ?")
                .param(attempt.id().value())
                .update();

        assertThat(tell(event("away", ",\"seconds\":5"))).isEqualTo(410);
        assertThat(count("AWAY")).isZero();
    }

    @Test
    void othersReadNeitherTheTraceNorTheList() {
        AccountId ben = fixtures.learner("Ben");
        fixtures.signIn(ben);
        assertThat(traces.own(ben, attempt.id())).isEmpty();
        assertThatThrownBy(() -> traces.own(ada, attempt.id())).isInstanceOf(AccessDeniedException.class);
        fixtures.signInAsStaff(IntegrityPermissions.LOOK + "@" + UUID.randomUUID());
        assertThatThrownBy(() -> traces.find(run, attempt.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> traces.list(run, "", FIRST)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void itIsPartOfTheExportAndGoesWithTheAccount() throws Exception {
        tell(event("pasted", ",\"characters\":99"));
        assertThat(persons.dataOf(ada).toString()).contains("pasted", "99");

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(ada, Instant.now())));

        assertThat(count("PASTED")).isZero();
        assertThat(persons.dataOf(ada)).isEqualTo(List.of());
        assertThat(beans.getBeansOfType(PersonalDataExport.class)).containsValue(persons);
    }

    private void signInStaff() {
        fixtures.signInAsStaff(IntegrityPermissions.LOOK + "@" + course.partner());
    }

    private int tell(String event) throws Exception {
        return tellFrom("192.0.2.7", event);
    }

    private int tellFrom(String network, String event) throws Exception {
        return post(attempt.ticket().token(), event, network).getStatus();
    }

    private int tellRaw(String body) throws Exception {
        return send(attempt.ticket().token(), body, "192.0.2.7").getStatus();
    }

    private MockHttpServletResponse post(String ticket, String event, String network) throws Exception {
        return send(ticket, "{\"events\":[" + event + "]}", network);
    }

    private MockHttpServletResponse send(String ticket, String body, String network) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(TraceEndpoint.ADDRESS)
                .header("Authorization", "Bearer " + ticket)
                .contentType("application/json")
                .content(body)
                .remoteAddress(network);
        MockHttpServletResponse answer = http.perform(request).andReturn().getResponse();
        fixtures.signIn(ada);
        return answer;
    }

    private static String events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> event("away", ",\"seconds\":2"))
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }

    private static String event(String kind, String more) {
        return "{\"key\":\"" + UUID.randomUUID() + "\",\"kind\":\"" + kind + "\",\"window\":\"" + WINDOW + "\""
                + (more.contains("\"ago\"") ? "" : ",\"ago\":0") + more + "}";
    }

    private int count(String kind) {
        return jdbc.sql("select count(*) from integrity_event where attempt_id = ? and kind = ?")
                .params(attempt.id().value(), kind)
                .query(Integer.class)
                .single();
    }
}
