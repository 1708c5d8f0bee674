package org.collegium.credentials;

import java.time.Instant;
import org.collegium.courses.CourseId;
import org.collegium.identity.AccountId;

/** A learner got a certificate. */
public record CertificateIssued(CertificateId certificate, AccountId learner, CourseId course, Instant at) {}
