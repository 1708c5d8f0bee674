/** Studio's views of where courses come from and what comes from there. */
@NullMarked
package org.collegium.courses.derived.ui;

import org.jspecify.annotations.NullMarked;
