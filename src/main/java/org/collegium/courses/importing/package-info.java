/** Courses on their way in: files that come in pieces, and imports as jobs that outlive whoever began them and the node they run on. */
@NullMarked
@NamedInterface("importing")
package org.collegium.courses.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
