/** Runs the platform: start and its report, demonstration data, jobs, health. */
@NullMarked
package org.collegium.operations;

import org.jspecify.annotations.NullMarked;
