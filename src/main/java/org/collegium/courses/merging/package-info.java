/** Merges two courses that come from a third: structure, details and texts. It knows neither database nor browser. */
@NullMarked
package org.collegium.courses.merging;

import org.jspecify.annotations.NullMarked;
