/** Where people bring in questions of other platforms and take questions out, whatever becomes of them. */
@NullMarked
package org.collegium.assessment.exchange.ui;

import org.jspecify.annotations.NullMarked;
