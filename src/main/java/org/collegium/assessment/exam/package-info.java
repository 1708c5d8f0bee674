/**
 * Time in quizzes: dates and limits of a run, what single learners are given beside them, and the clock of attempts, which does
 * not count the outages of the platform.
 */
@NullMarked
package org.collegium.assessment.exam;

import org.jspecify.annotations.NullMarked;
