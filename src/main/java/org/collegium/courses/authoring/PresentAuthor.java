package org.collegium.courses.authoring;

/**
 * Somebody who has a draft open just now.
 *
 * @param unitKey the unit in which they are; empty for the outline
 * @param oneself whether it is the same person in another tab
 */
public record PresentAuthor(String name, String unitKey, boolean oneself) {}
