@NullMarked
package org.collegium.integrity;

import org.jspecify.annotations.NullMarked;
