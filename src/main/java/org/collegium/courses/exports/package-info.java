/** Writes courses as folders of their own format again. */
@NullMarked
package org.collegium.courses.exports;

import org.jspecify.annotations.NullMarked;
