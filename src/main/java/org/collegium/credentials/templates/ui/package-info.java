/** Where partners design their certificates. */
@NullMarked
package org.collegium.credentials.templates.ui;

import org.jspecify.annotations.NullMarked;
