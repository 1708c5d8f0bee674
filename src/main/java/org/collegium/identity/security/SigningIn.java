package org.collegium.identity.security;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.collegium.identity.SecurityEvent;
import org.collegium.identity.SignedIn;
import org.collegium.identity.domain.Account;
import org.collegium.identity.domain.AccountRepository;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Decides whether somebody is who they say. Nobody can tell from the answer or its time whether an account exists. */
@Service
public class SigningIn {

    private final AccountRepository accounts;
    private final SignedInPeople people;
    private final Throttle throttle;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final String nobodysHash;

    SigningIn(
            AccountRepository accounts,
            SignedInPeople people,
            Throttle throttle,
            PasswordEncoder encoder,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.people = people;
        this.throttle = throttle;
        this.encoder = encoder;
        this.events = events;
        this.nobodysHash = String.valueOf(encoder.encode("nobody has this password"));
    }

    /**
     * Compares a password.
     *
     * @param address the network address of the request
     */
    @PreAuthorize("permitAll()")
    public Result signIn(String email, String password, String address) {
        Optional<Duration> waiting = throttle.attempt(ThrottledAction.SIGN_IN, email, address);
        if (waiting.isPresent()) {
            return new Wait(waiting.get());
        }
        Optional<Account> account = accounts.findByEmail(email.strip().toLowerCase(Locale.ROOT));
        String hash = account.map(Account::passwordHash).orElse(null);
        boolean matches = encoder.matches(password, hash == null ? nobodysHash : hash);
        Optional<SignedIn> person =
                matches && hash != null ? account.map(Account::id).flatMap(people::find) : Optional.empty();
        if (person.isEmpty()) {
            events.publishEvent(
                    new SecurityEvent.SignInFailed(account.map(Account::id).orElse(null), address));
            return new Refused();
        }
        throttle.forgive(ThrottledAction.SIGN_IN, email, address);
        events.publishEvent(new SecurityEvent.SignInSucceeded(person.get().account(), address));
        return new Welcome(person.get());
    }

    /** How it went. */
    public sealed interface Result {}

    /** The password is right. */
    public record Welcome(SignedIn person) implements Result {}

    /** There is no such account, or the password is wrong. */
    public record Refused() implements Result {}

    /** Too many attempts; nothing was compared. */
    public record Wait(Duration time) implements Result {}
}
