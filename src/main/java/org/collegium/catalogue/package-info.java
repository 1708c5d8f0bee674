/** The public face of the platform: listing, search and filters, the course page, partner pages; anybody may read it. */
@NullMarked
package org.collegium.catalogue;

import org.jspecify.annotations.NullMarked;
