/** Studio's view of a course beside the one that it translates. */
@NullMarked
package org.collegium.courses.languages.ui;

import org.jspecify.annotations.NullMarked;
