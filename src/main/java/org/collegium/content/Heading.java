package org.collegium.content;

/**
 * A heading of a text.
 *
 * @param level from 2, as rendered; 1 is the page's own
 * @param text without markup
 * @param id of its element, for links within the page
 * @param line from 1
 */
public record Heading(int level, String text, String id, int line) {}
