/** Where courses are submitted, reviewed and discussed, and where it is said who reviews what. */
@NullMarked
package org.collegium.courses.review.ui;

import org.jspecify.annotations.NullMarked;
