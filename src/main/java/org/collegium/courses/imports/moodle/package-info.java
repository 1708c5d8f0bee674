/** Reads backups of Moodle courses. */
@NullMarked
package org.collegium.courses.imports.moodle;

import org.jspecify.annotations.NullMarked;
