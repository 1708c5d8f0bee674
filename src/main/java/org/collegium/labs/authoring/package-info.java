/** What authors learn of a lab before learners get it: whether it holds what it promises, and what a piece of work would earn. */
@NullMarked
package org.collegium.labs.authoring;

import org.jspecify.annotations.NullMarked;
