package org.collegium.assessment.bank;

import org.collegium.courses.UnitOfPartner;

/**
 * A quiz that has a question from an item.
 *
 * @param question its key in the quiz
 * @param version of the item that it was taken from
 */
public record ItemUse(UnitOfPartner quiz, String question, int version) {}
