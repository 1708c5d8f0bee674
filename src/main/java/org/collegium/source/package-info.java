/**
 * Reads what people bring from outside (trees of files, YAML) within limits and says what is wrong in it, where and what
 * to do. Any module that reads a format of its own may call it; it knows none of them.
 */
@NullMarked
package org.collegium.source;

import org.jspecify.annotations.NullMarked;
