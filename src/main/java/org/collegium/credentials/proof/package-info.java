/** Signed statements as the standards describe them: canonical form, proofs and tokens. It knows no table and no network. */
@NullMarked
package org.collegium.credentials.proof;

import org.jspecify.annotations.NullMarked;
