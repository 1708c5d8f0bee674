/** What operators see and do of the grading of labs: nodes and their sandboxes, the queue, pause and drain, packages for the browser. */
@NullMarked
package org.collegium.labs.operating;

import org.jspecify.annotations.NullMarked;
