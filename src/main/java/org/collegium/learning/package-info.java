/** What learners do in the runs they are in, and the progress that follows from it; the player. Credentials and reports ask it. */
@NullMarked
package org.collegium.learning;

import org.jspecify.annotations.NullMarked;
