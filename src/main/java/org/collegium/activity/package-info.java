/** The contract that every kind of learning activity implements: courses place activities, learning runs them. */
@NullMarked
package org.collegium.activity;

import org.jspecify.annotations.NullMarked;
