package org.collegium.courses;

import org.collegium.partners.PartnerId;

/** A published course as everybody may know it. */
public record PublishedCourse(CourseId id, PartnerId partner, String key, String title, String language) {}
