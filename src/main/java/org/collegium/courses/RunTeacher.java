package org.collegium.courses;

import org.collegium.identity.AccountId;

/** Somebody of the partner who teaches a run, as learners see them. */
public record RunTeacher(AccountId id, String name) {}
