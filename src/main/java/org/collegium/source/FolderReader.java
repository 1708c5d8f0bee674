package org.collegium.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;

/** Reads a folder or a Git checkout as a tree. */
final class FolderReader extends SimpleFileVisitor<Path> {

    private final Path root;
    private final TreeBuilder tree;

    private FolderReader(Path root, TreeBuilder tree) {
        this.root = root;
        this.tree = tree;
    }

    static Optional<SourceTree> read(Path folder, SourceLimits limits, FaultSink faults) {
        TreeBuilder tree = new TreeBuilder(limits, faults);
        try {
            Path root = folder.toRealPath();
            EnumSet<FileVisitOption> noLinks = EnumSet.noneOf(FileVisitOption.class);
            Files.walkFileTree(root, noLinks, limits.depth() + 2, new FolderReader(root, tree));
            return tree.build(false, () -> {});
        } catch (IOException _) {
            faults.error(Place.EVERYWHERE, "source-unreadable", String.valueOf(folder.getFileName()));
            return Optional.empty();
        }
    }

    /** A tree of one file alone. */
    static Optional<SourceTree> readFile(Path file, SourceLimits limits, FaultSink faults) {
        TreeBuilder tree = new TreeBuilder(limits, faults);
        try {
            Path root = file.toAbsolutePath().getParent();
            String name = EntryNames.normal(String.valueOf(file.getFileName()));
            if (root != null && tree.admits(name)) {
                new FolderReader(root, tree).regular(name, file, Files.size(file));
            }
            return tree.build(false, () -> {});
        } catch (IOException _) {
            faults.error(Place.EVERYWHERE, "source-unreadable", String.valueOf(file.getFileName()));
            return Optional.empty();
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return !folder.equals(root) && EntryNames.ignored(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String path = EntryNames.normal(
                root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/"));
        if (EntryNames.ignored(path)) {
            return FileVisitResult.CONTINUE;
        }
        if (!tree.hasRoom()) {
            return FileVisitResult.TERMINATE;
        }
        if (!tree.admits(path)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            tree.link(path, Files.readSymbolicLink(file).toString());
        } else if (attributes.isRegularFile()) {
            regular(path, file, attributes.size());
        } else {
            tree.error(path, attributes.isDirectory() ? "name-deep" : "file-special", path, "", "");
        }
        return FileVisitResult.CONTINUE;
    }

    private void regular(String path, Path file, long size) {
        if (!Files.isReadable(file)) {
            tree.error(path, "file-unreadable", path);
        } else if (tree.fits(path, size)) {
            tree.file(path, size, () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        String path = root.relativize(file).toString();
        tree.error(path, "file-unreadable", path);
        return FileVisitResult.CONTINUE;
    }
}
