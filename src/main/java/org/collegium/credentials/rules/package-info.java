/** What certificates ask for: rules that people write in the browser, and what each says of a learner. */
@NullMarked
package org.collegium.credentials.rules;

import org.jspecify.annotations.NullMarked;
