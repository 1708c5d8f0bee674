/** Text of pages to print whose letters must be shaped by the rules of their font: Indic scripts, marks that have no letter. */
@NullMarked
package org.collegium.credentials.shaping;

import org.jspecify.annotations.NullMarked;
