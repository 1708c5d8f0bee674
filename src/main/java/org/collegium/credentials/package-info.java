/** Certificates: who has earned one and why, issuing, revoking, and showing anybody whether one is valid. */
@NullMarked
package org.collegium.credentials;

import org.jspecify.annotations.NullMarked;
