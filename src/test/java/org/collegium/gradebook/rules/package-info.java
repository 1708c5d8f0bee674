@NullMarked
package org.collegium.gradebook.rules;

import org.jspecify.annotations.NullMarked;
