/** Questions and quizzes: their format, attempts and grading. */
@NullMarked
package org.collegium.assessment;

import org.jspecify.annotations.NullMarked;
