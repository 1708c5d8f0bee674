@NullMarked
package org.collegium.content;

import org.jspecify.annotations.NullMarked;
