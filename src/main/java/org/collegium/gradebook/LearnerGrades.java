package org.collegium.gradebook;

import java.io.Serializable;
import org.collegium.gradebook.rules.Total;
import org.collegium.identity.AccountId;

/** A learner of a run with their total and what it is made of. */
public record LearnerGrades(AccountId learner, String name, String email, Total total) implements Serializable {}
