/** Reads Jupyter Books. */
@NullMarked
package org.collegium.courses.imports.book;

import org.jspecify.annotations.NullMarked;
