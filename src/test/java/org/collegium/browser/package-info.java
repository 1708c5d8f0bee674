/** Journeys in a real browser on the built application. */
@NullMarked
package org.collegium.browser;

import org.jspecify.annotations.NullMarked;
