/** Who learns in which run, and the rules for joining and leaving; every module may ask. */
@NullMarked
package org.collegium.enrolment;

import org.jspecify.annotations.NullMarked;
