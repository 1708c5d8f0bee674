/** How certificates look: designs made of blocks, their drafts and versions, and drawing a certificate by one. */
@NamedInterface("templates")
@NullMarked
package org.collegium.credentials.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
