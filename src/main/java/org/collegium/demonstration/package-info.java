/** Fills an empty platform with the demonstration's partners, people, courses and what happened in them. */
@NullMarked
package org.collegium.demonstration;

import org.jspecify.annotations.NullMarked;
