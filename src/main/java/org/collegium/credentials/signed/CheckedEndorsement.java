package org.collegium.credentials.signed;

/**
 * An endorsement within the certificate of a programme.
 *
 * @param by the partner, as it names itself there
 * @param holds whether the partner signed it with a key that is trusted, about this achievement, and nobody has changed it
 */
public record CheckedEndorsement(String by, boolean holds) {}
