@NullMarked
package org.collegium.activity.journal;

import org.jspecify.annotations.NullMarked;
