package org.collegium.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;

/** The address of the page that somebody looks at. It follows what they choose there, so that it can be kept, sent and loaded again. */
public final class PageAddress {

    private PageAddress() {}

    /** Puts what is chosen into the address, in the place of what it said before. */
    public static void follow(String path, Map<String, String> query) {
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path, QueryParameters.simple(query)));
    }
}
