package org.collegium.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class PollingTests {

    private static final int NEVER = -1;
    private static final Duration OFTEN = Duration.ofMillis(500);
    private static final Duration SELDOM = Duration.ofSeconds(5);

    private final UI tab = new UI();
    private final Div first = new Div();
    private final Div second = new Div();
    private final List<String> looks = new ArrayList<>();
    private final Polling ofFirst = new Polling(first, () -> looks.add("first"));
    private final Polling ofSecond = new Polling(second, () -> looks.add("second"));

    @Test
    void aTabThatNobodyWaitsInDoesNotAsk() {
        tab.add(first, second);

        assertThat(tab.getPollInterval()).isEqualTo(NEVER);
    }

    @Test
    void theTabAsksAsOftenAsTheMostImpatientWants() {
        tab.add(first, second);
        ofFirst.every(SELDOM);
        ofSecond.every(OFTEN);

        assertThat(tab.getPollInterval()).isEqualTo(500);
        poll();
        assertThat(looks).containsExactly("first", "second");
    }

    @Test
    void whoStopsLeavesTheOthersAsTheyAre() {
        tab.add(first, second);
        ofFirst.every(SELDOM);
        ofSecond.every(OFTEN);
        ofSecond.stop();

        assertThat(tab.getPollInterval()).isEqualTo(5_000);
        poll();
        assertThat(looks).containsExactly("first");

        ofFirst.stop();
        assertThat(tab.getPollInterval()).isEqualTo(NEVER);
    }

    @Test
    void itWaitsUntilItsComponentIsOnThePageAndWhileItIsAway() {
        ofFirst.every(OFTEN);
        assertThat(tab.getPollInterval()).isEqualTo(NEVER);

        tab.add(first);
        assertThat(tab.getPollInterval()).isEqualTo(500);

        tab.remove(first);
        assertThat(tab.getPollInterval()).isEqualTo(NEVER);
        poll();
        assertThat(looks).isEmpty();

        tab.add(first);
        assertThat(tab.getPollInterval()).isEqualTo(500);
    }

    @Test
    void oneThatTakesAnotherAwayIsNotFollowedByIt() {
        Polling remover = new Polling(tab, () -> tab.remove(second));
        remover.every(OFTEN);
        tab.add(second);
        ofSecond.every(OFTEN);
        poll();

        assertThat(looks).isEmpty();
    }

    private void poll() {
        ComponentUtil.fireEvent(tab, new PollEvent(tab, true));
    }
}
