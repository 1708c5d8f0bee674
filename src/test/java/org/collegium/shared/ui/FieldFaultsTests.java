package org.collegium.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.Map;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Tag("unit")
class FieldFaultsTests {

    private final UI tab = new UI();
    private final TextField title = new TextField();
    private final IntegerField places = new IntegerField();
    private final FieldFaults faults = new FieldFaults(Map.of("run.title", title, "run.places", places));

    @BeforeEach
    void theFieldsAreOnThePage() {
        UI.setCurrent(tab);
        tab.add(title, places);
    }

    @AfterEach
    void leave() {
        UI.setCurrent(null);
    }

    @Test
    void aFieldThatCannotBeReadSaysSoRatherThanThatItIsEmpty() {
        typedButNoNumber();

        assertThat(faults.readable()).isFalse();
        String unreadable = places.getErrorMessage();
        faults.tell(new RuleViolation("run.places.missing"));

        assertThat(places.isInvalid()).isTrue();
        assertThat(places.getErrorMessage()).isEqualTo(unreadable).contains("shared.field.unreadable");
    }

    @Test
    void rulesAreToldAtTheFieldsTheyAreAbout() {
        assertThat(faults.readable()).isTrue();
        faults.tell(new RuleViolation("run.title.length"));

        assertThat(title.isInvalid()).isTrue();
        assertThat(title.getErrorMessage()).contains("run.title.length");
        assertThat(places.isInvalid()).isFalse();

        assertThat(faults.readable()).as("what was told before is forgotten").isTrue();
        assertThat(title.isInvalid()).isFalse();
    }

    /** As the browser says of a field that shows what is no number. */
    private void typedButNoNumber() {
        places.getElement().setProperty("_inputElementValue", "1e");
        places.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(
                        places.getElement(),
                        "unparsable-change",
                        JsonMapper.shared().createObjectNode()));
    }
}
