/** Joining a course. */
@NullMarked
package org.collegium.enrolment.ui;

import org.jspecify.annotations.NullMarked;
