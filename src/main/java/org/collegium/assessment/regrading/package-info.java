/**
 * Keys of quizzes that turn out to be wrong after they were answered: they are corrected for a run, and what was answered is graded
 * again.
 */
@NullMarked
package org.collegium.assessment.regrading;

import org.jspecify.annotations.NullMarked;
