@NullMarked
package org.collegium.labs.studio;

import org.jspecify.annotations.NullMarked;
