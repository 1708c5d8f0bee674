package org.collegium.shared.ui;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An unexpected failure: logged once under an id that the person is shown. */
final class Failure {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private Failure() {}

    /** Logs the failure and returns its id, eight hexadecimal digits. */
    static String log(Throwable problem, String place) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Failure {} at {}", id, place, problem);
        return id;
    }
}
