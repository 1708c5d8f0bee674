/** Notebooks of nbformat 4 with the metadata of nbgrader: reading, checking, and making the learner's version. */
@NullMarked
package org.collegium.labs.notebook;

import org.jspecify.annotations.NullMarked;
