package org.collegium.integrity;

import org.springframework.context.ApplicationContext;

/** Has what is too old forgotten now. */
public final class ForgettingForTests {

    private ForgettingForTests() {}

    public static void forget(ApplicationContext beans) {
        beans.getBean(Forgetting.class).forget();
    }
}
