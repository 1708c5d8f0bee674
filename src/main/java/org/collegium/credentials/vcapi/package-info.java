/** The W3C's VC API for its public test suites: off, never in production, and with a key of its own that signs for nobody. */
@NullMarked
package org.collegium.credentials.vcapi;

import org.jspecify.annotations.NullMarked;
