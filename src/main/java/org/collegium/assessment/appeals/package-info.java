/** Learners who think that an answer was graded wrongly say so, and instructors reply in time. */
@NullMarked
package org.collegium.assessment.appeals;

import org.jspecify.annotations.NullMarked;
