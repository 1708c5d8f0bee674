@NullMarked
package org.collegium.gradebook.files;

import org.jspecify.annotations.NullMarked;
