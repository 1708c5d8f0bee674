@NullMarked
package org.collegium.gradebook.ui;

import org.jspecify.annotations.NullMarked;
