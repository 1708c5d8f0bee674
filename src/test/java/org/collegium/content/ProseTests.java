package org.collegium.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ProseTests {

    private static final RenderedText TEXT = TextFixtures.render("# Title", "Some *text*.");

    @Test
    void theTextIsTheContentOfTheElement() {
        Prose prose = new Prose(TEXT);

        assertThat(prose.getElement().getTag()).isEqualTo("collegium-prose");
        assertThat(prose.getElement().getProperty("innerHTML")).isSameAs(TEXT.html());
    }

    @Test
    void theLanguageDecidesTheDirection() {
        Prose prose = new Prose(TEXT);

        prose.setLanguage(Locale.forLanguageTag("ar-EG"));
        assertThat(prose.getElement().getAttribute("dir")).isEqualTo("rtl");
        assertThat(prose.getElement().getAttribute("lang")).isEqualTo("ar-EG");
        prose.setLanguage(Locale.FRENCH);
        assertThat(prose.getElement().getAttribute("dir")).isEqualTo("ltr");
    }

    @Test
    void whoListensHearsThatTheEndWasSeen() {
        Prose prose = new Prose();
        AtomicInteger seen = new AtomicInteger();
        prose.addEndSeenListener(event -> seen.incrementAndGet());

        ComponentUtil.fireEvent(prose, new Prose.EndSeen(prose, true));

        assertThat(seen).hasValue(1);
    }
}
