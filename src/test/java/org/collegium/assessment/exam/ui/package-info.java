@NullMarked
package org.collegium.assessment.exam.ui;

import org.jspecify.annotations.NullMarked;
