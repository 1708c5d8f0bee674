/** How certificates look: designs made of blocks, their drafts and versions, and drawing a certificate by one. */
@NullMarked
package org.collegium.credentials.templates;

import org.jspecify.annotations.NullMarked;
