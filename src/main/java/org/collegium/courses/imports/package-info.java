/** Turns what others write courses in into the format of our own. */
@NullMarked
package org.collegium.courses.imports;

import org.jspecify.annotations.NullMarked;
