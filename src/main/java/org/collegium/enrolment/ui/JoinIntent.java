package org.collegium.enrolment.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody who opens the joining page has pressed a button for it on another page of ours, the sign-up form
 * included. The browser vouches for that: a link on a foreign page enrols nobody.
 */
final class JoinIntent {

    private static final String BEGIN = "begin";

    private JoinIntent() {}

    static boolean isClear(Location location, @Nullable VaadinRequest request) {
        return location.getQueryParameters().getParameters().containsKey(BEGIN)
                && request != null
                && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /** Where a stranger gets an account, to come back and begin at once. */
    static String signUp(Location location) {
        return "/sign-up?continue=" + URLEncoder.encode("/" + location.getPath() + "?" + BEGIN, StandardCharsets.UTF_8);
    }
}
