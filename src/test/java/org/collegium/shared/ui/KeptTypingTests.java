package org.collegium.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Tag("unit")
class KeptTypingTests {

    private final UI tab = new UI();
    private final Div form = new Div();
    private final TextField words = new TextField();
    private final IntegerField points = new IntegerField();
    private final KeptTyping typing =
            new KeptTyping(form, "answer/1").with("words", words).with("points", points, Integer::valueOf);

    @BeforeEach
    void theFormIsOnThePage() {
        tab.getInternals().setSession(mock(VaadinSession.class));
        UI.setCurrent(tab);
        tab.add(form);
    }

    @AfterEach
    void leave() {
        UI.setCurrent(null);
    }

    @Test
    void whatWasKeptComesBackAndCanBeDiscarded() {
        words.setValue("As it was");
        browserAnswers("/answer/1", Map.of("words", "Well argued", "points", "3"));

        assertThat(words.getValue()).isEqualTo("Well argued");
        assertThat(points.getValue()).isEqualTo(3);
        assertThat(form.getComponentCount()).as("the notice").isOne();
    }

    @Test
    void aFormThatIsMovedReadsWhatWasKeptForTheOther() {
        browserAnswers("/answer/1", Map.of("words", "For the first"));
        words.setValue("");

        typing.move("answer/2");
        assertThat(form.getElement().getAttribute("data-kept-at")).isEqualTo("/answer/2");
        browserAnswers("/answer/2", Map.of("points", "2"));

        assertThat(words.getValue()).isEmpty();
        assertThat(points.getValue()).isEqualTo(2);
    }

    @Test
    void whatCanNoLongerBeChosenIsLeftOut() {
        points.setValue(1);
        browserAnswers("/answer/1", Map.of("points", "many"));

        assertThat(points.getValue()).isOne();
        assertThat(form.getComponentCount()).as("nothing came back").isZero();
    }

    /** The browser is asked once for what it keeps at this place, and answers. */
    private void browserAnswers(String place, Map<String, String> kept) {
        tab.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        List<PendingJavaScriptInvocation> asked = tab.getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getExpression().contains("return JSON.parse"))
                .toList();
        assertThat(asked).singleElement().satisfies(call -> {
            assertThat(call.getInvocation().getParameters()).contains(place);
            call.complete(JsonMapper.shared().valueToTree(kept));
        });
    }
}
