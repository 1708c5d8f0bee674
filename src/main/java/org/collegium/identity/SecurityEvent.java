package org.collegium.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an audit trail keeps about signing in and accounts. */
public sealed interface SecurityEvent {

    /** Somebody signed in. */
    record SignInSucceeded(AccountId account, String address) implements SecurityEvent {}

    /**
     * Somebody did not sign in.
     *
     * @param account the account that was tried, null when there is none with that address
     */
    record SignInFailed(@Nullable AccountId account, String address) implements SecurityEvent {}

    /**
     * Somebody has to wait.
     *
     * @param action what was tried, for instance {@code SIGN_IN}
     * @param address where the request came from
     */
    record Throttled(String action, String address, Duration waiting) implements SecurityEvent {}

    /** A password was set anew by a link sent by mail. */
    record PasswordReset(AccountId account) implements SecurityEvent {}

    /** The owner changed the password. */
    record PasswordChanged(AccountId account) implements SecurityEvent {}

    /** The owner moved to another e-mail address. */
    record EmailChanged(AccountId account) implements SecurityEvent {}

    /** All sessions of an account were ended; {@code by} is null when the platform did it by itself. */
    record SignedOutEverywhere(AccountId account, @Nullable AccountId by) implements SecurityEvent {}

    /** A role on the platform was given or taken; {@code by} is null when the platform did it by itself. */
    record RoleChanged(
            AccountId account,
            Role role,
            boolean given,
            @Nullable AccountId by) implements SecurityEvent {}

    /** An account was erased; {@code by} is null when the platform did it by itself. */
    record Erased(AccountId account, @Nullable AccountId by) implements SecurityEvent {}
}
