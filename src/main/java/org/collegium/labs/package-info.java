/** Labs: notebooks that learners work on, and the grading of untrusted code in sandboxes. */
@NullMarked
package org.collegium.labs;

import org.jspecify.annotations.NullMarked;
