/** Mails about quizzes, to learners and to those who teach them. */
@NullMarked
package org.collegium.assessment.notices;

import org.jspecify.annotations.NullMarked;
