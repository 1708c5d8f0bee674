/** Courses that were made from those of other partners: where they come from, and what comes from there. */
@NullMarked
@NamedInterface("derived")
package org.collegium.courses.derived;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
