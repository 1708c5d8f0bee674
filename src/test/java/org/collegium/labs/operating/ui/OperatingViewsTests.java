package org.collegium.labs.operating.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.identity.Role;
import org.collegium.identity.WithAccount;
import org.collegium.labs.operating.OperatingLabs;
import org.collegium.shared.Uuids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("view")
@FullApplicationTest
class OperatingViewsTests extends ViewTest {

    private static final String BROKEN = "{\"sound\":false,\"attempts\":{},\"reason\":\"There is no Python for labs.\","
            + "\"remedy\":\"apt-get install python3\",\"runtimes\":[],\"at\":\"2026-11-01T10:00:00Z\"}";
    private static final String SOUND =
            "{\"sound\":true,\"attempts\":{\"fork\":\"PermissionError\",\"new-way\":\"OSError\"},"
                    + "\"reason\":\"\",\"remedy\":\"\",\"runtimes\":[{\"name\":\"python\",\"version\":\"3.14.2\","
                    + "\"packages\":{\"numpy\":\"2.4.6\"}}],\"at\":\"2026-11-01T10:00:00Z\"}";

    @Autowired
    private OperatingLabs labs;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void nothingStays() {
        jdbc.sql("delete from lab_node where name like 'view-%'").update();
        jdbc.sql("delete from lab_submission where unit_key = 'view-lab'").update();
        jdbc.sql("delete from lab_halt").update();
        jdbc.sql("delete from lab_act").update();
    }

    @Test
    @WithAccount
    void aLearnerDoesNotLookAfterLabs() {
        for (String place : List.of("operations/labs", "operations/labs/packages")) {
            UI.getCurrent().navigate(place);
            assertThat(find(H1.class).single().getText()).isEqualTo("Not open to you");
        }
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void aBrokenSandboxShowsWhatMendsItAndCanBeTriedAgain() {
        node("view-one", BROKEN);
        navigate(GradingView.class);

        assertThat(texts(Span.class)).contains("The sandbox does not hold");
        assertThat(texts(Paragraph.class)).contains("There is no Python for labs.");
        assertThat(texts(Code.class)).contains("apt-get install python3");
        test(labelled("Try again: view-one")).click();

        assertThat(labs.nodes())
                .filteredOn(node -> node.name().equals("view-one"))
                .singleElement()
                .satisfies(node -> assertThat(node.trying()).isTrue());
        assertThat(labelled("Try again: view-one").isEnabled())
                .as("while it is being tried")
                .isFalse();
        assertThat(texts(Paragraph.class)).contains("Trying the sandbox");
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void aSoundSandboxTellsWhatWasTriedAndWhichRuntimesThereAre() {
        node("view-two", SOUND);
        navigate(GradingView.class);

        assertThat(texts(Span.class))
                .contains(
                        "The sandbox holds",
                        "Start another process",
                        "new-way",
                        "refused: PermissionError",
                        "python: version 3.14.2",
                        "numpy 2.4.6");
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void gradingIsPausedWithWordsAndResumed() {
        navigate(GradingView.class);

        test(button("Pause grading")).click();
        find(TextArea.class).single().setValue("Until nine.");
        test(find(Button.class).withText("Pause grading").all().getLast()).click();

        assertThat(labs.pause()).isPresent();
        assertThat(texts(Paragraph.class)).anyMatch(text -> text.startsWith("Grading is paused on all machines since"));
        assertThat(texts(Paragraph.class)).contains("Learners are told: “Until nine.”");
        test(button("Resume grading")).click();
        assertThat(labs.pause()).isEmpty();
        assertThat(texts(Span.class)).contains("Paused grading", "Resumed grading", "Ada Lind");
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void aMachineIsDrainedAndTakesWorkAgain() {
        node("view-three", SOUND);
        navigate(GradingView.class);

        test(labelled("Drain: view-three")).click();
        assertThat(texts(Paragraph.class))
                .contains("Takes nothing new and has finished all it had. It can be stopped.");
        test(labelled("Take work again: view-three")).click();
        assertThat(find(Button.class)
                        .withCondition(each ->
                                "Drain: view-three".equals(each.getAriaLabel().orElse("")))
                        .exists())
                .isTrue();
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void whatWasTriedInVainIsPutBackOrCalledOffWithAReason() {
        UUID id = tried();
        open("operations/labs", "list=TRIED");
        assertThat(texts(Span.class))
                .contains("Tried 4 times", "IllegalStateException: no answer", "Waits for another try");

        test(starting("Try now: view-lab")).click();
        assertThat(find(Button.class)
                        .withCondition(each -> label(each).startsWith("Try now: view-lab"))
                        .exists())
                .as("it is tried now")
                .isFalse();
        test(starting("Call off: view-lab")).click();
        Button verb = button("Call it off");
        test(verb).click();
        TextArea reason = find(TextArea.class).single();
        assertThat(reason.isInvalid()).isTrue();
        assertThat(reason.getErrorMessage()).startsWith("Say why");
        reason.setValue("Its data are broken.");
        test(verb).click();

        assertThat(jdbc.sql("select concat(state, ' ', told) from lab_submission where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED Its data are broken.");
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void anEmptyListSaysWhatItIsFor() {
        open("operations/labs", "list=CANCELLED&page=99");

        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Nothing was called off");
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void packagesAreListedWithTheirHashesAndWhereToGetThem() {
        open("operations/labs/packages", "list=ALL&q=numpy");

        assertThat(find(H1.class).single().getText()).isEqualTo("Packages for the browser");
        assertThat(texts(Code.class)).anyMatch(text -> text.startsWith("https://cdn.jsdelivr.net/pyodide/v"));
        assertThat(texts(Code.class)).anyMatch(text -> text.matches("numpy-.*\\.whl"));
        assertThat(texts(Span.class))
                .contains("numpy", "Not there")
                .anyMatch(text -> text.matches("SHA-256 [0-9a-f]{64}"));
    }

    private static void open(String place, String query) {
        UI.getCurrent().navigate(place, QueryParameters.fromString(query));
    }

    private void node(String name, String probe) {
        jdbc.sql("insert into lab_node (name, started_at, seen_at, workers, sound, probe) values (?, ?, ?, 2, ?, ?)")
                .params(name, Instant.now(), Instant.now().plus(Duration.ofMinutes(5)), probe.equals(SOUND), probe)
                .update();
    }

    private UUID tried() {
        UUID id = Uuids.next();
        jdbc.sql("""
                        insert into lab_submission (id, learner_id, run_id, version_id, unit_key, number, state, submitted_at,
                            not_before, tries, work, trouble)
                        values (?, ?, ?, ?, 'view-lab', 1, 'WAITING', ?, ?, 4, '{}', 'IllegalStateException: no answer')
                        """)
                .params(
                        id,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Instant.now(),
                        Instant.now().plus(Duration.ofMinutes(16)))
                .update();
        return id;
    }

    private <T extends Component> List<String> texts(Class<T> type) {
        return find(type).all().stream()
                .map(each -> each.getElement().getTextRecursively())
                .toList();
    }

    private Button labelled(String label) {
        return find(Button.class)
                .withCondition(each -> label(each).equals(label))
                .single();
    }

    private Button starting(String beginning) {
        return find(Button.class)
                .withCondition(each -> label(each).startsWith(beginning))
                .single();
    }

    private static String label(Button button) {
        return button.getAriaLabel().orElse("");
    }
}
