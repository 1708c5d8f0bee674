@NullMarked
package org.collegium.integrity.trace;

import org.jspecify.annotations.NullMarked;
