/** Honest work: what happens in attempts where learners were told so, texts that have much in common, and cases that are heard fairly. */
@NullMarked
package org.collegium.integrity;

import org.jspecify.annotations.NullMarked;
