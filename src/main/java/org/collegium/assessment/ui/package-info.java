/** Quizzes as learners meet them. */
@NullMarked
package org.collegium.assessment.ui;

import org.jspecify.annotations.NullMarked;
