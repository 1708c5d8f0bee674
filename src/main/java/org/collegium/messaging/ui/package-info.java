/** Pages about messages. */
@NullMarked
package org.collegium.messaging.ui;

import org.jspecify.annotations.NullMarked;
