/** Programmes: several courses, of several partners, that together make a certificate of the alliance or of a partner. */
@NamedInterface("programmes")
@NullMarked
package org.collegium.credentials.programmes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
