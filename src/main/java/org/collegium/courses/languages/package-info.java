/** Courses in several languages: which belong together, and which of their lessons are behind those they translate. */
@NullMarked
@NamedInterface("languages")
package org.collegium.courses.languages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
