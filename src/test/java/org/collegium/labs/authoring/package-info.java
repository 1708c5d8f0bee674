@NullMarked
package org.collegium.labs.authoring;

import org.jspecify.annotations.NullMarked;
