package org.collegium.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.Pattern;

/** Studio as staff of a partner see it. */
record StudioOnScreen(Visitor visitor) {

    /** Opens a course from the list; returns its path. */
    String openCourse(String title) {
        Page page = visitor.open("/studio/courses").page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/studio/courses/[0-9a-f-]{36}"));
        visitor.settled();
        return URI.create(page.url()).getPath();
    }
}
