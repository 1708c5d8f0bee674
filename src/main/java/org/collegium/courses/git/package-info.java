/** Courses that live in a Git repository of their partner: fetched from there, kept in step, and sent back. */
@NullMarked
package org.collegium.courses.git;

import org.jspecify.annotations.NullMarked;
