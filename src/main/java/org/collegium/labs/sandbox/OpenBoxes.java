package org.collegium.labs.sandbox;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sandboxes that a launcher has open, so that none outlives it, and what kills those that take too long. */
final class OpenBoxes implements AutoCloseable {

    private final Deadlines deadlines = new Deadlines();
    private final Set<StreamBox> open = ConcurrentHashMap.newKeySet();

    /**
     * A sandbox that is open until it is closed.
     *
     * @param in what it writes
     * @param out what it reads
     */
    StreamBox add(InputStream in, OutputStream out, BoxLife life, Limits limits) {
        StreamBox box = new StreamBox(in, out, life, deadlines, limits.frameBytes(), open::remove);
        open.add(box);
        return box;
    }

    /** Kills what is still open. */
    void closeAll() {
        List.copyOf(open).forEach(StreamBox::close);
    }

    @Override
    public void close() {
        closeAll();
        deadlines.close();
    }
}
