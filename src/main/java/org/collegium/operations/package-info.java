/** Running the platform: what operators do from a terminal. Nobody calls it. */
@NullMarked
package org.collegium.operations;

import org.jspecify.annotations.NullMarked;
