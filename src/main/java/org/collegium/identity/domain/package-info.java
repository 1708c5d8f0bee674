/** Accounts as rows: what they are, which links were sent for them, which passwords are good enough. */
@NullMarked
package org.collegium.identity.domain;

import org.jspecify.annotations.NullMarked;
