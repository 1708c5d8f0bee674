package org.collegium.identity.security;

import java.time.Duration;

/**
 * What is slowed down, for one account and for one network address. Many learners may sit behind one address, a whole
 * class for instance, so addresses get more; successful sign-ins do not count.
 */
public enum ThrottledAction {
    SIGN_IN(5, Duration.ofMinutes(1), 50, Duration.ofSeconds(5)),
    SIGN_UP(5, Duration.ofMinutes(5), 100, Duration.ofSeconds(10)),
    RESET(3, Duration.ofMinutes(15), 30, Duration.ofSeconds(30)),
    RESEND(3, Duration.ofMinutes(10), 30, Duration.ofSeconds(30));

    private final int accountBurst;
    private final Duration accountInterval;
    private final int addressBurst;
    private final Duration addressInterval;

    ThrottledAction(int accountBurst, Duration accountInterval, int addressBurst, Duration addressInterval) {
        this.accountBurst = accountBurst;
        this.accountInterval = accountInterval;
        this.addressBurst = addressBurst;
        this.addressInterval = addressInterval;
    }

    ThrottleRule perAccount() {
        return new ThrottleRule(accountBurst, accountInterval);
    }

    ThrottleRule perAddress() {
        return new ThrottleRule(addressBurst, addressInterval);
    }
}
