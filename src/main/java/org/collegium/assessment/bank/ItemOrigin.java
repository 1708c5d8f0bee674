package org.collegium.assessment.bank;

import org.collegium.partners.PartnerId;

/**
 * From where an item was copied.
 *
 * @param partner whose item it was
 * @param version number of the version that was copied
 * @param licence SPDX identifier, as it was then
 */
public record ItemOrigin(PartnerId partner, String key, int version, String licence) {}
