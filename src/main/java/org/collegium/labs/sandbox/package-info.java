/** Processes that run code nobody trusts: the seam, and the launcher for one machine. */
@NullMarked
package org.collegium.labs.sandbox;

import org.jspecify.annotations.NullMarked;
