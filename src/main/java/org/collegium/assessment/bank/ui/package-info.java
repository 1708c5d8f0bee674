/** The question bank in Studio. */
@NullMarked
package org.collegium.assessment.bank.ui;

import org.jspecify.annotations.NullMarked;
