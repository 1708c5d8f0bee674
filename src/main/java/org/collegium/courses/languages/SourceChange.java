package org.collegium.courses.languages;

/**
 * What changed in the source of a unit since its translation was last looked at.
 *
 * @param before the text then, empty when nobody has looked at it yet
 * @param now the text now
 */
public record SourceChange(String before, String now) {}
