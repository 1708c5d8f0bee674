package org.collegium.courses;

import org.collegium.source.SourceOpener;

/** The files of a course as they are in a commit. */
public record SourceCommit(SourceOpener files, SourceOrigin origin) {}
