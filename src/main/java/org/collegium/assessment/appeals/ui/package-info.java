/** Where instructors read appeals and reply to them. */
@NullMarked
package org.collegium.assessment.appeals.ui;

import org.jspecify.annotations.NullMarked;
