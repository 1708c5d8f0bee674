/** The grading itself: two sandboxes, and the relay between them. */
@NullMarked
package org.collegium.labs.grading;

import org.jspecify.annotations.NullMarked;
