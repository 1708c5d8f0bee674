package org.collegium.activity;

import java.util.Locale;
import java.util.function.Consumer;
import org.collegium.source.SourceFile;

/**
 * An activity of a draft that an author works on.
 *
 * @param file its file as the draft has it now
 * @param language of the course
 * @param keep takes the whole new content of the file; throws a {@link org.collegium.shared.RuleViolation} when it cannot
 *     be kept, after which what was typed must still be there
 */
public record EditedActivity(String unitKey, String title, SourceFile file, Locale language, Consumer<byte[]> keep) {}
