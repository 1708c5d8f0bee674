package org.collegium.demonstration.generation;

import java.util.UUID;

/** A partner that was generated. */
record GeneratedPartner(UUID id, String slug, String name, String colour, UUID author) {}
