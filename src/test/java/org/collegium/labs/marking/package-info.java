@NullMarked
package org.collegium.labs.marking;

import org.jspecify.annotations.NullMarked;
