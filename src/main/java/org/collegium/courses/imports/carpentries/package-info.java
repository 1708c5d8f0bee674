/** Reads lessons of the Carpentries Workbench. */
@NullMarked
package org.collegium.courses.imports.carpentries;

import org.jspecify.annotations.NullMarked;
