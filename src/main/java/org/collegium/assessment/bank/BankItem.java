package org.collegium.assessment.bank;

import org.jspecify.annotations.Nullable;

/**
 * An item of a bank with its current version.
 *
 * @param key unique within the partner
 * @param kind as in the course format, such as {@code single}
 * @param title the first words of the question
 * @param courseKey of the course it was made for, null for none
 */
public record BankItem(
        String key, String kind, String title, @Nullable String courseKey, ItemState state, ItemVersion current) {}
