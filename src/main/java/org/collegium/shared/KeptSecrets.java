package org.collegium.shared;

/** Secrets that a module keeps in the database under the master key. */
public interface KeptSecrets {

    /**
     * Encrypts with the master key what the other one encrypted, as part of the current transaction. Returns how many there were.
     *
     * @throws RuleViolation when one of them was changed; then none may be kept anew
     */
    int wrapAgain(MasterKey master);
}
