package org.collegium.identity;

import java.io.Serializable;
import java.util.Locale;

/**
 * An account as others see it.
 *
 * @param confirmed whether the person showed that the address is theirs; without it they may learn, but get no certificate
 * @param locale the language in which to write to them
 */
public record AccountReference(AccountId id, String name, String email, boolean confirmed, Locale locale)
        implements Serializable {}
