/** Marking by persons: what waits, marks and who gave them, second marks that are blind to the first, moderation. Staff of the partner may. */
@NullMarked
package org.collegium.assessment.marking;

import org.jspecify.annotations.NullMarked;
