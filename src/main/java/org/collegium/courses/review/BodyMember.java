package org.collegium.courses.review;

import org.collegium.identity.AccountId;

/** A member of a body that reviews courses. */
public record BodyMember(AccountId account, String name, String email) {}
