/** Studio's views of courses: list, import, draft, preview, details, runs. Others lead there by CoursesNavigation. */
@NullMarked
package org.collegium.courses.ui;

import org.jspecify.annotations.NullMarked;
