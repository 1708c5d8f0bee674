/** The marking desk in Studio. */
@NullMarked
package org.collegium.assessment.marking.ui;

import org.jspecify.annotations.NullMarked;
