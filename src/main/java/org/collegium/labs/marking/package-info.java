/** What staff do with work that was handed in: see where learners fail, have it graded again, give points by hand. */
@NullMarked
package org.collegium.labs.marking;

import org.jspecify.annotations.NullMarked;
