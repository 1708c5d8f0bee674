/** Member organisations and their staff; every module may ask who they are. */
@NullMarked
package org.collegium.partners;

import org.jspecify.annotations.NullMarked;
