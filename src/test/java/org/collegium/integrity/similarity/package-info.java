@NullMarked
package org.collegium.integrity.similarity;

import org.jspecify.annotations.NullMarked;
