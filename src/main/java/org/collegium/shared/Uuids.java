package org.collegium.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Makes the ids of rows: UUID version 7 (RFC 9562), which sort by time of making. */
public final class Uuids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Uuids() {}

    /** Returns a new id; unique across nodes, ascending by milliseconds. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
