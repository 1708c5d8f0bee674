package org.collegium.demonstration;

import java.time.Instant;

/** Something one person did at one time. */
record Deed(String person, Instant time, Runnable deed) {}
