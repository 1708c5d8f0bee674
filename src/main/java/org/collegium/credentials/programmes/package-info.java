/** Programmes: several courses, of several partners, that together make a certificate of the alliance or of a partner. */
@NullMarked
package org.collegium.credentials.programmes;

import org.jspecify.annotations.NullMarked;
