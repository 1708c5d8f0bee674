package org.collegium.credentials.programmes;

import java.time.Instant;
import org.collegium.partners.PartnerId;

/**
 * That a partner agreed to a programme.
 *
 * @param number which publication of it
 * @param document what the partner signed
 */
public record Endorsement(
        ProgrammeId programme, PartnerId partner, int number, String comment, Instant agreedAt, String document) {}
