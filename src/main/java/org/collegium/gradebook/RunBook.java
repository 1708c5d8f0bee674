package org.collegium.gradebook;

import org.collegium.courses.CourseRun;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Scale;

/**
 * How a run is graded, as it is now.
 *
 * @param course its title
 * @param version grows with each change; 0 while nothing was set
 */
public record RunBook(CourseRun run, String course, Book book, Scale scale, int version) {}
