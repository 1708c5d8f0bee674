/** What holders show of their certificates, to whom and for how long. */
@NullMarked
package org.collegium.credentials.sharing;

import org.jspecify.annotations.NullMarked;
