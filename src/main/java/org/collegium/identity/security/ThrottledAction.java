package org.collegium.identity.security;

import java.time.Duration;

/**
 * What is slowed down, for one account and for one network address. Many learners may sit behind one address, a whole
 * class for instance, so addresses get more; successful sign-ins do not count.
 */
public enum ThrottledAction {
    SIGN_IN(new ThrottleRule(5, Duration.ofMinutes(1)), new ThrottleRule(50, Duration.ofSeconds(5))),
    SIGN_UP(new ThrottleRule(5, Duration.ofMinutes(5)), new ThrottleRule(100, Duration.ofSeconds(10))),
    RESET(new ThrottleRule(3, Duration.ofMinutes(15)), new ThrottleRule(30, Duration.ofSeconds(30))),
    RESEND(new ThrottleRule(3, Duration.ofMinutes(10)), new ThrottleRule(30, Duration.ofSeconds(30)));

    private final ThrottleRule perAccount;
    private final ThrottleRule perAddress;

    ThrottledAction(ThrottleRule perAccount, ThrottleRule perAddress) {
        this.perAccount = perAccount;
        this.perAddress = perAddress;
    }

    ThrottleRule perAccount() {
        return perAccount;
    }

    ThrottleRule perAddress() {
        return perAddress;
    }
}
