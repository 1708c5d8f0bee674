/**
 * Writing courses in the browser: lessons by several authors at once with their history, the outline, files, and courses that
 * begin with nothing. Each change says what it is about and is made on the draft as it is then.
 */
@NamedInterface("authoring")
@NullMarked
package org.collegium.courses.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
