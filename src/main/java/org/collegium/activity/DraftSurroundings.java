package org.collegium.activity;

import java.util.Locale;
import org.collegium.content.LinkResolver;

/**
 * The draft around an activity that an author tries.
 *
 * @param language of the course
 * @param links where pictures and links of the activity lead
 */
public record DraftSurroundings(Locale language, LinkResolver links) {}
