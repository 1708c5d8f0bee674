@NullMarked
package org.collegium.courses.review.ui;

import org.jspecify.annotations.NullMarked;
