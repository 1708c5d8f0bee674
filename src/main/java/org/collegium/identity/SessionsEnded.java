package org.collegium.identity;

/** All sessions of an account end, each at its next request. */
public record SessionsEnded(AccountId account) {}
