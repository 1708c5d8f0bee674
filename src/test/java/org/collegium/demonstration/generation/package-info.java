@NullMarked
package org.collegium.demonstration.generation;

import org.jspecify.annotations.NullMarked;
