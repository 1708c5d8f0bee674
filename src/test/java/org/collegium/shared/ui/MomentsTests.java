package org.collegium.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class MomentsTests {

    /** In Tokyo it is the next day already. */
    private static final Instant TIME = Instant.parse("2026-03-02T22:30:05Z");

    private static final Moments TOKYO = new Moments(Locale.UK, ZoneId.of("Asia/Tokyo"));

    @AfterEach
    void leave() {
        UI.setCurrent(null);
    }

    @Test
    void timesAreSaidByTheClockOfTheReader() {
        assertThat(TOKYO.day(TIME)).isEqualTo("3 Mar 2026");
        assertThat(TOKYO.longDay(TIME)).isEqualTo("3 March 2026");
        assertThat(TOKYO.minute(TIME)).isEqualTo("3 Mar 2026, 07:30");
        assertThat(TOKYO.second(TIME)).isEqualTo("3 Mar 2026, 07:30:05");
        assertThat(TOKYO.weekday(TIME))
                .startsWith("Tuesday")
                .contains("3 March 2026")
                .endsWith("07:30");
        assertThat(TOKYO.exact(TIME)).contains("3 March 2026", "07:30:05").endsWith("JST");
        assertThat(TOKYO.clock(TIME)).isEqualTo("07:30");
        assertThat(TOKYO.clockSecond(TIME)).isEqualTo("07:30:05");
    }

    @Test
    void timesAreSaidInTheLanguageOfTheReader() {
        Moments german = new Moments(Locale.GERMANY, ZoneId.of("Europe/Berlin"));

        assertThat(german.minute(TIME)).isEqualTo("02.03.2026, 23:30");
        assertThat(german.zoneName()).isEqualTo("Mitteleuropäische Zeit");
    }

    @Test
    void daysEndAtTheMidnightOfTheReader() {
        Instant beforeMidnight = Instant.parse("2026-03-02T14:59:59Z");

        assertThat(TOKYO.daysAgo(beforeMidnight, beforeMidnight.plusSeconds(1))).isOne();
        assertThat(TOKYO.daysAgo(beforeMidnight, beforeMidnight)).isZero();
        assertThat(TOKYO.daysAgo(TIME, beforeMidnight)).isEqualTo(-1);
        assertThat(new Moments(Locale.UK, ZoneOffset.UTC).daysAgo(beforeMidnight, beforeMidnight.plusSeconds(1)))
                .isZero();
    }

    @Test
    void whatIsTypedByTheClockOfTheReaderIsThatTime() {
        LocalDateTime typed = TOKYO.local(TIME);

        assertThat(typed).isEqualTo("2026-03-03T07:30:05");
        assertThat(TOKYO.instant(typed)).isEqualTo(TIME);
        assertThat(TOKYO.local(null)).isNull();
        assertThat(TOKYO.instant(null)).isNull();
    }

    @Test
    void theZoneIsThatOfTheBrowser() {
        browserIn("Asia/Tokyo");

        assertThat(Moments.here()).isEqualTo(new Moments(Locale.GERMANY, ZoneId.of("Asia/Tokyo")));
        assertThat(Moments.in(Locale.UK)).isEqualTo(TOKYO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Middle/Earth", "no zone"})
    void aBrowserThatDoesNotSayItIsReadInUtc(String zone) {
        browserIn(zone);

        assertThat(Moments.here().zone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void whereThereIsNoBrowserItIsUtc() {
        assertThat(BrowserZone.here()).isEqualTo(ZoneOffset.UTC);
    }

    private static void browserIn(String zone) {
        UI tab = new UI();
        tab.setLocale(Locale.GERMANY);
        ExtendedClientDetails browser = mock(ExtendedClientDetails.class);
        when(browser.getTimeZoneId()).thenReturn(zone);
        tab.getInternals().setExtendedClientDetails(browser);
        UI.setCurrent(tab);
    }
}
