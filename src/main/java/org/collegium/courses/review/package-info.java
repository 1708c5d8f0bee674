/** Courses before reviewers: stages, rounds, comments and decisions, by the course's own partner, others and bodies of the alliance. */
@NamedInterface("review")
@NullMarked
package org.collegium.courses.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
