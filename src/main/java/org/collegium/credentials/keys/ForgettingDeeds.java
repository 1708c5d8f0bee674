package org.collegium.credentials.keys;

import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;

/** What was done with keys stays known; who did it goes with the account. */
@Component
@Unguarded("called when an account is erased")
public class ForgettingDeeds {

    private final KeyRows keys;

    ForgettingDeeds(KeyRows keys) {
        this.keys = keys;
    }

    public void forget(AccountId person) {
        keys.forget(person);
    }
}
