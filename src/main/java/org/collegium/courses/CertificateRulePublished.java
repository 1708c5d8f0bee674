package org.collegium.courses;

/** What the certificate of a course asks for was published, and is another thing from now on. */
public record CertificateRulePublished(CourseId course) {}
