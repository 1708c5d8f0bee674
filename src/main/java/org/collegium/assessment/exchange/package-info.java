/**
 * Brings questions in from the formats of other platforms (GIFT, Moodle XML, QTI) and takes them out in these, with a
 * report of what could not be carried over; {@link org.collegium.assessment.exchange.QuestionExchange} is its door.
 */
@NullMarked
package org.collegium.assessment.exchange;

import org.jspecify.annotations.NullMarked;
