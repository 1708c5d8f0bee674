/** Collegium, an open skills-building platform; each direct sub-package is one module. */
@NullMarked
package org.collegium;

import org.jspecify.annotations.NullMarked;
