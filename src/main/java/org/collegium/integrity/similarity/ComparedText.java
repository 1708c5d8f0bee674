package org.collegium.integrity.similarity;

import java.util.UUID;
import org.collegium.identity.AccountId;

/** @param source the attempt or submission that it is from */
record ComparedText(UUID source, AccountId learner, String text) {}
