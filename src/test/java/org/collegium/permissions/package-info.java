/** The matrix of role, partner and operation, generated from the code and compared with tables that people review. */
@NullMarked
package org.collegium.permissions;

import org.jspecify.annotations.NullMarked;
