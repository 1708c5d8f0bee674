/** Certificates as verifiable credentials: signed when they are issued, with their status, for people and programs. */
@NullMarked
package org.collegium.credentials.signed;

import org.jspecify.annotations.NullMarked;
