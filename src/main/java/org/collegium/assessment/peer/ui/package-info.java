/** The pages on which learners review each other, and on which it is led. */
@NullMarked
package org.collegium.assessment.peer.ui;

import org.jspecify.annotations.NullMarked;
