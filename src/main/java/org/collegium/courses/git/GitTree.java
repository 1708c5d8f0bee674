package org.collegium.courses.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.collegium.source.FaultSink;
import org.collegium.source.GatheredTree;
import org.collegium.source.SourceLimits;
import org.collegium.source.SourceOpener;
import org.collegium.source.SourceTree;
import org.collegium.source.Unpacking;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of a tree in a repository, read without a working tree, so that no name in it becomes one on this machine.
 * Links, other repositories inside and files that lie elsewhere are reported and left out.
 */
final class GitTree implements SourceOpener {

    private static final byte[] LARGE_FILE =
            "version https://git-lfs.github.com/spec/v1".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_POINTER = 1024;
    /** Folders are entries too, and a tree may hold the same one again and again. */
    private static final int ENTRIES_PER_FILE = 4;

    private final Repository repository;
    private final ObjectId tree;

    GitTree(Repository repository, ObjectId tree) {
        this.repository = repository;
        this.tree = tree;
    }

    @Override
    public Optional<SourceTree> open(SourceLimits limits, FaultSink faults, Unpacking watch) {
        return GatheredTree.of(limits, faults, watch, gathered -> read(gathered, limits));
    }

    private void read(GatheredTree gathered, SourceLimits limits) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(tree);
            long left = (long) limits.files() * ENTRIES_PER_FILE;
            while (walk.next()) {
                if (left-- == 0) {
                    gathered.tooMany();
                    return;
                }
                if (!take(gathered, walk, reader)) {
                    return;
                }
            }
        }
    }

    private static boolean take(GatheredTree gathered, TreeWalk walk, ObjectReader reader) throws IOException {
        Optional<String> name = text(walk.getRawPath());
        if (name.isEmpty()) {
            gathered.unreadableName(walk.getPathString());
            return true;
        }
        String path = name.get();
        if (!gathered.wants(path)) {
            return true;
        }
        FileMode mode = walk.getFileMode(0);
        if (mode == FileMode.TREE) {
            walk.enterSubtree();
        } else if (mode == FileMode.SYMLINK) {
            gathered.leftOut(path, "git-link");
        } else if (mode == FileMode.GITLINK) {
            gathered.leftOut(path, "git-submodule");
        } else if (mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE) {
            return file(gathered, path, reader.open(walk.getObjectId(0)));
        } else {
            gathered.leftOut(path, "git-link");
        }
        return true;
    }

    private static boolean file(GatheredTree gathered, String path, ObjectLoader content) throws IOException {
        if (content.getSize() <= LONGEST_POINTER && isPointer(content.getBytes())) {
            gathered.leftOut(path, "git-large-file");
            return true;
        }
        try (InputStream in = content.openStream()) {
            return gathered.file(path, in);
        }
    }

    private static boolean isPointer(byte[] content) {
        return content.length > LARGE_FILE.length
                && Arrays.equals(content, 0, LARGE_FILE.length, LARGE_FILE, 0, LARGE_FILE.length);
    }

    private static Optional<String> text(byte[] path) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(path))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
