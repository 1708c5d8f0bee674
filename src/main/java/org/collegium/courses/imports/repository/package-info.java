/** Reads plain repositories: Markdown, notebooks and quizzes in JSON, in folders that are numbered or not. */
@NullMarked
package org.collegium.courses.imports.repository;

import org.jspecify.annotations.NullMarked;
