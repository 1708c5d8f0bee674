/** Reads Common Cartridges. */
@NullMarked
package org.collegium.courses.imports.cartridge;

import org.jspecify.annotations.NullMarked;
