package org.collegium.content;

/**
 * A place in a text that references may lead to by name, from other texts of the course too.
 *
 * @param name as written
 * @param title what a reference without words of its own shows, such as the heading that follows; may be empty
 * @param id of its element, for the fragment of an address
 */
public record Label(String name, String title, String id) {}
