@NullMarked
package org.collegium.integrity.cases;

import org.jspecify.annotations.NullMarked;
