/** Slides of PowerPoint and OpenDocument as lessons: each slide a heading with its text, lists, tables and pictures. */
@NullMarked
package org.collegium.courses.imports.slides;

import org.jspecify.annotations.NullMarked;
