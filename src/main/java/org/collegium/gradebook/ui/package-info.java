/** Where instructors grade and set up grading, and where learners see their grades. */
@NullMarked
package org.collegium.gradebook.ui;

import org.jspecify.annotations.NullMarked;
