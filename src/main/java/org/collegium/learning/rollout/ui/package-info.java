/** Where staff roll a version out, and what learners are told of it. */
@NullMarked
package org.collegium.learning.rollout.ui;

import org.jspecify.annotations.NullMarked;
