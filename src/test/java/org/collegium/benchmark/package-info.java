/** Measurements on the built application with generated data; {@code docs/benchmarks.md} holds the figures. */
@NullMarked
package org.collegium.benchmark;

import org.jspecify.annotations.NullMarked;
