package org.collegium.partners;

/** What is known of a partner has changed: its name, description, homepage or colour. */
public record PartnerDescribed(PartnerId partner) {}
