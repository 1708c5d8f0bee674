/** Grades as CSV files: written for spreadsheets, and read for entries that are graded by hand. */
@NullMarked
package org.collegium.gradebook.files;

import org.jspecify.annotations.NullMarked;
