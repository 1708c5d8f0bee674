/** Courses as partners publish them: drafts, immutable versions, runs; import from files. */
@NullMarked
package org.collegium.courses;

import org.jspecify.annotations.NullMarked;
