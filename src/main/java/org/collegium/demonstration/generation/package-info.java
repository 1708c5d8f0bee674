/**
 * Fills a database of its own with many invented courses and learners, for measuring. It writes the tables of other modules
 * itself, which nothing else does; see decision record 12.
 */
@NullMarked
package org.collegium.demonstration.generation;

import org.jspecify.annotations.NullMarked;
