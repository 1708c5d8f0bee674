/** The question bank of a partner: questions with versions, where they are used, and how they are answered. */
@NullMarked
package org.collegium.assessment.bank;

import org.jspecify.annotations.NullMarked;
