package org.collegium.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.collegium.database.EmbeddedDatabase.DatabaseUnavailable;

/**
 * Keeps a second application out of a data folder, so that it does not take the running one's server for a leftover. The
 * operating system gives a lock back when its process ends, however it ends.
 */
final class FolderLock {

    private static final Map<Path, FileLock> HELD = new ConcurrentHashMap<>();

    private FolderLock() {}

    /**
     * Takes the lock of a folder for the life of this process.
     *
     * @throws DatabaseUnavailable when another process has it
     */
    static void take(Path folder) throws IOException {
        if (HELD.containsKey(folder)) {
            return;
        }
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new DatabaseUnavailable("another Collegium runs over " + folder + "; stop it first.", null);
        }
        HELD.put(folder, lock);
    }
}
