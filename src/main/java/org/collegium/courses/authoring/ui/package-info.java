/** The views in which authors write lessons. */
@NullMarked
package org.collegium.courses.authoring.ui;

import org.jspecify.annotations.NullMarked;
