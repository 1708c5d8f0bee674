/**
 * The question bank of a partner: questions with versions, where they are used, and how they are answered. Whoever fills it does so with
 * its services.
 */
@NamedInterface("bank")
@NullMarked
package org.collegium.assessment.bank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
