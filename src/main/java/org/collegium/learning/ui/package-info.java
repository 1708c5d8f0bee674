/** The player, one's own courses, and the learners of a course as its instructors see them. */
@NullMarked
package org.collegium.learning.ui;

import org.jspecify.annotations.NullMarked;
