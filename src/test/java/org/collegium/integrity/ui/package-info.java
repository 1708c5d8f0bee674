@NullMarked
package org.collegium.integrity.ui;

import org.jspecify.annotations.NullMarked;
