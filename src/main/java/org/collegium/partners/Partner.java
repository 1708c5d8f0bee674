package org.collegium.partners;

/** A partner as others see it. */
public record Partner(PartnerId id, PartnerData data) {}
