package org.collegium.courses.format;

import org.collegium.activity.ActivityFacts;
import org.collegium.source.SourceFile;

/** A unit whose file was read. */
record ReadUnit(UnitDraft draft, String path, SourceFile file, ActivityFacts facts) {}
