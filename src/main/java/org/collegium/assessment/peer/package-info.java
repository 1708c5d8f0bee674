/**
 * Learners review each other's essays: who reviews whom, by when, and what comes of it. Results arrive as marks do. For the views of learners
 * and of those who teach.
 */
@NullMarked
package org.collegium.assessment.peer;

import org.jspecify.annotations.NullMarked;
