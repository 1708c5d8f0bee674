/** Finds texts of a cohort that have passages in common, by fingerprints, and shows which. */
@NullMarked
package org.collegium.integrity.similarity;

import org.jspecify.annotations.NullMarked;
