/** What certificates ask for: rules that people write in the browser, and what each says of a learner. */
@NamedInterface("rules")
@NullMarked
package org.collegium.credentials.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
