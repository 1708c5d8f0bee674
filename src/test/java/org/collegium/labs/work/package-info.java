@NullMarked
package org.collegium.labs.work;

import org.jspecify.annotations.NullMarked;
