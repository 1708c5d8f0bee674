/** Python in learners' browsers: what its packages are, which of them an operator has supplied, and which of those are genuine. */
@NullMarked
package org.collegium.labs.browser;

import org.jspecify.annotations.NullMarked;
