/** The keys with which partners and the alliance sign certificates: made here or brought, encrypted, rotated, given up. */
@NamedInterface("keys")
@NullMarked
package org.collegium.credentials.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
