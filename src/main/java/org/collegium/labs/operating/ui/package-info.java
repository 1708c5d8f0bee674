/** The operators' pages about labs. */
@NullMarked
package org.collegium.labs.operating.ui;

import org.jspecify.annotations.NullMarked;
