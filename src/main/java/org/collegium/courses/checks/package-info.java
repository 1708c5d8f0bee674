/**
 * Looks at courses before they are published, as a build does. Modules contribute {@link CourseCheck} beans for the kinds
 * of units that they own.
 */
@NamedInterface("checks")
@NullMarked
package org.collegium.courses.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
