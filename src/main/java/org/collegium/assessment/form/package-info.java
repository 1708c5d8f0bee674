/** Questions written in fields: each kind has its own, and what they say is the text of the question. */
@NullMarked
package org.collegium.assessment.form;

import org.jspecify.annotations.NullMarked;
