/** Views of certificates: a learner's own, and the registrars' desk. */
@NullMarked
package org.collegium.credentials.ui;

import org.jspecify.annotations.NullMarked;
