/** What staff and learners see of all this. */
@NullMarked
package org.collegium.integrity.ui;

import org.jspecify.annotations.NullMarked;
