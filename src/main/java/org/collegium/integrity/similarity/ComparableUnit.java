package org.collegium.integrity.similarity;

import java.util.Optional;

/** A quiz or lab of a run whose texts can be compared, and the latest comparison. */
public record ComparableUnit(String unitKey, String title, Optional<Comparison> comparison) {}
