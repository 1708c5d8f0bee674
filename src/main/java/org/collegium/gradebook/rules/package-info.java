/** The rules of a grade book, and the computation of totals from them: pure, without database or clock. */
@NullMarked
package org.collegium.gradebook.rules;

import org.jspecify.annotations.NullMarked;
