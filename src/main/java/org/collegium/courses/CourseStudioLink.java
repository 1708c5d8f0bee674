package org.collegium.courses;

import java.util.function.Function;
import org.collegium.shared.ui.Glyph;

/**
 * A way from a course in Studio to what another module shows of it; modules contribute them as beans.
 *
 * @param label message key of its name
 * @param permission which one needs for the course's partner to follow it
 */
public record CourseStudioLink(String label, Glyph glyph, String permission, Function<CourseId, String> address) {}
