package org.collegium.enrolment;

import java.io.Serializable;
import org.collegium.identity.AccountId;

/** A learner of a run, to be chosen. */
public record RunPerson(AccountId id, String name, String email) implements Serializable {}
