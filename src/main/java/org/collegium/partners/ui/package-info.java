/** Views of the member organisations. */
@NullMarked
package org.collegium.partners.ui;

import org.jspecify.annotations.NullMarked;
