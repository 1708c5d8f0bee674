@NullMarked
package org.collegium.courses.review;

import org.jspecify.annotations.NullMarked;
