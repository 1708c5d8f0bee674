/** Where instructors correct keys after they were answered, see who would change, and decide. */
@NullMarked
package org.collegium.assessment.regrading.ui;

import org.jspecify.annotations.NullMarked;
