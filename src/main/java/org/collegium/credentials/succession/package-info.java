/** Certificates that come after others: renewed because those end, or made anew because a name changed. */
@NullMarked
package org.collegium.credentials.succession;

import org.jspecify.annotations.NullMarked;
