/** Labs as learners meet them. */
@NullMarked
package org.collegium.labs.ui;

import org.jspecify.annotations.NullMarked;
