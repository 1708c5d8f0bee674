/** The trace of an attempt: what happened in it beside the answers, where the quiz asks for it and the learner was told so. */
@NullMarked
package org.collegium.integrity.trace;

import org.jspecify.annotations.NullMarked;
