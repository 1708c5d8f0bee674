/** Code that is an answer: it waits in a table, and whoever has a sandbox takes it, runs its tests and has the attempt graded. Jobs may. */
@NullMarked
package org.collegium.assessment.code;

import org.jspecify.annotations.NullMarked;
