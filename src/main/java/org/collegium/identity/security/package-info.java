/** How requests are guarded: sign-in, sessions, throttling, headers. */
@NullMarked
package org.collegium.identity.security;

import org.jspecify.annotations.NullMarked;
