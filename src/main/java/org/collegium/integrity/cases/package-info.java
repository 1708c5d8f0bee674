/** Cases: a question that staff put to a learner about their work, what the learner says, and what comes of it. */
@NullMarked
package org.collegium.integrity.cases;

import org.jspecify.annotations.NullMarked;
