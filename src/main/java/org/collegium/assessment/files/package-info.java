/** Files of answers: how they come in pieces, what they are, who gets them, and when they go. Learners may for themselves, markers may read. */
@NullMarked
package org.collegium.assessment.files;

import org.jspecify.annotations.NullMarked;
