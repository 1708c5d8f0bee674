/** Where instructors set the times of quizzes and give learners their own. */
@NullMarked
package org.collegium.assessment.exam.ui;

import org.jspecify.annotations.NullMarked;
