package org.collegium.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An archive is not unpacked to its end, for a reason that says nothing of the archive. What was unpacked is gone. */
public final class UnpackingEnded extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean noRoom;

    private UnpackingEnded(boolean noRoom, @Nullable IOException cause) {
        super(noRoom ? "There is no room to unpack the archive" : "The archive is not wanted any more", cause);
        this.noRoom = noRoom;
    }

    static UnpackingEnded asked() {
        return new UnpackingEnded(false, null);
    }

    static UnpackingEnded noRoom(IOException cause) {
        return new UnpackingEnded(true, cause);
    }

    /** Whether this machine could not keep what was unpacked; else whoever followed ended it. */
    public boolean noRoom() {
        return noRoom;
    }
}
