/** Views for signing in and for one's own account. */
@NullMarked
package org.collegium.identity.ui;

import org.jspecify.annotations.NullMarked;
