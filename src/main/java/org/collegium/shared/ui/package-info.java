/** The frame around every view and the elements that views share; it knows no module. */
@NullMarked
package org.collegium.shared.ui;

import org.jspecify.annotations.NullMarked;
