/** What authors do with quizzes in Studio. */
@NullMarked
package org.collegium.assessment.studio;

import org.jspecify.annotations.NullMarked;
