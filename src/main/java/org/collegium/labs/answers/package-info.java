/** Code that is an answer to a question of a quiz, graded and tried as labs are. */
@NullMarked
package org.collegium.labs.answers;

import org.jspecify.annotations.NullMarked;
