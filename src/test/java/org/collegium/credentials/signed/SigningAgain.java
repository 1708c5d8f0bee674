package org.collegium.credentials.signed;

import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** What the job does after a key was given up, at once. */
public final class SigningAgain {

    private SigningAgain() {}

    public static void work(ApplicationContext beans, UUID key) {
        beans.getBean(SigningJobs.class).signAgain(key);
    }
}
