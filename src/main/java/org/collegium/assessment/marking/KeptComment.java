package org.collegium.assessment.marking;

import java.util.UUID;

/**
 * What a marker says more than once.
 *
 * @param text Markdown
 * @param shared whether the other markers of the partner may use it
 * @param own whether the current person keeps it
 */
public record KeptComment(UUID id, String text, boolean shared, boolean own) {}
