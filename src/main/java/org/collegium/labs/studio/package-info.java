/** Labs as authors and instructors meet them in Studio. */
@NullMarked
package org.collegium.labs.studio;

import org.jspecify.annotations.NullMarked;
