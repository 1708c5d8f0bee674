package org.collegium.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The time zone of the person's browser; {@link Moments} says times in it. */
final class BrowserZone {

    private BrowserZone() {}

    /** UTC when the browser does not say, or where there is none. */
    static ZoneId here() {
        try {
            return Optional.ofNullable(UI.getCurrent())
                    .map(ui -> ui.getPage().getExtendedClientDetails())
                    .map(ExtendedClientDetails::getTimeZoneId)
                    .filter(id -> !id.isEmpty())
                    .<ZoneId>map(ZoneId::of)
                    .orElse(ZoneOffset.UTC);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
