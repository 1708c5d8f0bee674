/** What the results in a run come to: grade books with categories, late work, decisions of instructors, scales and release. */
@NullMarked
package org.collegium.gradebook;

import org.jspecify.annotations.NullMarked;
