/** The staff of partners, where operators and administrators see and appoint them. */
@NullMarked
package org.collegium.partners.ui;

import org.jspecify.annotations.NullMarked;
