package org.collegium.identity;

import java.util.Locale;
import org.collegium.shared.EmailAddress;

/** What a person gives to get an account. */
public record NewAccount(String name, EmailAddress email, String password, Locale locale) {

    @Override
    public String toString() {
        return "NewAccount[" + email + "]";
    }
}
