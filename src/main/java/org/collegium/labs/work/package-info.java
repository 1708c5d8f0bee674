/** Learners at work on labs: their notebooks, what they hand in, and the queue of its grading. */
@NullMarked
package org.collegium.labs.work;

import org.jspecify.annotations.NullMarked;
