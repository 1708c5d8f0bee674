package org.collegium.courses.review;

import java.util.UUID;

/** A body of the alliance that reviews courses, such as its curriculum committee. */
public record ReviewBody(UUID id, String name, int members) {}
