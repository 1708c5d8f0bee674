package org.collegium.partners;

/** What kind of organisation a partner is. */
public enum PartnerKind {
    UNIVERSITY,
    COMPANY,
    PUBLIC_BODY,
    NON_PROFIT,
    RESEARCH
}
