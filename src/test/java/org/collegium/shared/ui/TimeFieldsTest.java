package org.collegium.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The week of a calendar begins as in the reader's country, and with Monday where that is not known. */
@Tag("unit")
class TimeFieldsTest {

    @Test
    void aWeekBeginsWithMondayUnlessTheCountryOfTheReaderHasItOtherwise() {
        assertThat(TimeFields.firstDay(Locale.ENGLISH)).isEqualTo(DayOfWeek.MONDAY);
        assertThat(TimeFields.firstDay(Locale.GERMANY)).isEqualTo(DayOfWeek.MONDAY);
        assertThat(TimeFields.firstDay(Locale.US)).isEqualTo(DayOfWeek.SUNDAY);
    }
}
