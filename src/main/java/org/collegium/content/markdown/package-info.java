/** The syntax of lessons: CommonMark with GitHub's extensions and the MyST constructs that courses use. For the content module alone. */
@NullMarked
package org.collegium.content.markdown;

import org.jspecify.annotations.NullMarked;
