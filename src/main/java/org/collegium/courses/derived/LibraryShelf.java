package org.collegium.courses.derived;

/**
 * Something else that partners let each other use, beside courses and what is in them; a bean of the module that has it.
 *
 * @param label key of its name
 * @param address where it is looked through, by whoever may edit courses
 */
public record LibraryShelf(String label, String address) {}
