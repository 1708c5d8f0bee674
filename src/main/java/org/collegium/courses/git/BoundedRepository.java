package org.collegium.courses.git;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.transport.PackParser;

/**
 * A repository in a folder of its own for one exchange: without working tree, hooks or settings of this machine, and without
 * objects that are larger than a file may be, also when a small difference to another one makes them so.
 */
final class BoundedRepository extends FileRepository {

    private static final int IN_MEMORY = 4 * 1024 * 1024;

    static {
        PlainSystem.use();
    }

    private final Path folder;
    private final long largest;

    private BoundedRepository(Path folder, long largest) throws IOException {
        super(folder.toFile());
        this.folder = folder;
        this.largest = largest;
    }

    static BoundedRepository make(long largest) throws IOException {
        Path folder = Files.createTempDirectory("collegium-git-");
        BoundedRepository made = new BoundedRepository(folder, largest);
        made.create(true);
        made.getConfig().setInt("core", null, "streamFileThreshold", IN_MEMORY);
        made.getConfig().setString("http", null, "followRedirects", "true");
        made.getConfig().setInt("http", null, "maxRedirects", 3);
        made.getConfig().save();
        return made;
    }

    @Override
    public ObjectInserter newObjectInserter() {
        ObjectInserter real = super.newObjectInserter();
        return new ObjectInserter.Filter() {

            @Override
            protected ObjectInserter delegate() {
                return real;
            }

            @Override
            public PackParser newPackParser(InputStream in) throws IOException {
                PackParser parser = real.newPackParser(in);
                parser.setMaxObjectSizeLimit(largest);
                return parser;
            }
        };
    }

    /** Closes it and deletes all of it. */
    void discard() {
        close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException left) {
            folder.toFile().deleteOnExit();
        }
    }
}
