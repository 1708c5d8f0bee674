/** What the platform writes to people; every module may have a mail sent. */
@NullMarked
package org.collegium.messaging;

import org.jspecify.annotations.NullMarked;
