/** Journeys of visitors without an account. */
@NullMarked
package org.collegium.browser.catalogue;

import org.jspecify.annotations.NullMarked;
