/** Reads and checks courses in the format of their own. */
@NullMarked
package org.collegium.courses.format;

import org.jspecify.annotations.NullMarked;
