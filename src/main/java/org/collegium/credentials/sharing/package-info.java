/** What holders show of their certificates, to whom and for how long. */
@NamedInterface("sharing")
@NullMarked
package org.collegium.credentials.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
