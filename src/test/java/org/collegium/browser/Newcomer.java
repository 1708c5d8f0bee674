package org.collegium.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Somebody without an account, who signs up by joining a course. */
record Newcomer(String name, String email) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    static Newcomer called(String name) {
        return new Newcomer(name, "newcomer-" + COUNT.incrementAndGet() + "-" + System.nanoTime() + "@example.org");
    }

    /** Without a course in mind. */
    void signUp(Visitor visitor) {
        Page page = visitor.open("/sign-up").page();
        fillIn(page);
        page.waitForURL(url -> !url.contains("/sign-up"));
        visitor.settled();
    }

    /** @param course partner and key, such as {@code north-lakes-university/first-course} */
    void join(Visitor visitor, String course) {
        Page page = visitor.page();
        visitor.open("/courses/" + course);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Join the course"))
                .first()
                .click();
        visitor.settled();
        fillIn(page);
        page.waitForURL(Pattern.compile(".*/learn/" + course + ".*"));
        visitor.settled();
    }

    private void fillIn(Page page) {
        page.locator("#name").fill(name);
        page.locator("#email").fill(email);
        page.locator("#password").fill(Visitor.PASSWORD);
        page.locator("input[name=terms]").check();
        page.locator("form.c-form button[type=submit]").first().click();
    }
}
