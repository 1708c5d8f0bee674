package org.collegium.courses;

import jakarta.persistence.Embeddable;

/**
 * The commit of a repository from which a course was imported.
 *
 * @param originAddress of the repository
 * @param originCommit its name, in hexadecimal digits
 */
@Embeddable
public record SourceOrigin(String originAddress, String originCommit) {}
