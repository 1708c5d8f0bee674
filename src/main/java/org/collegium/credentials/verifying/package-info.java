/** Verifies a certificate from its file with nothing but public data, as strangers do: a command, and a judge in tests. */
@NullMarked
package org.collegium.credentials.verifying;

import org.jspecify.annotations.NullMarked;
