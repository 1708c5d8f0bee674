/** Gives runs another version of their course while learners are in the middle: what it will change, doing it, and telling them. */
@NamedInterface("rollout")
@NullMarked
package org.collegium.learning.rollout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
