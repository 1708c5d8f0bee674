/** Courses before reviewers: stages, rounds, comments and decisions, by the course's own partner, others and bodies of the alliance. */
@NullMarked
package org.collegium.courses.review;

import org.jspecify.annotations.NullMarked;
