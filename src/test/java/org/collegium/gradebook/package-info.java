@NullMarked
package org.collegium.gradebook;

import org.jspecify.annotations.NullMarked;
