package org.collegium.courses.git;

import java.io.IOException;
import java.util.Optional;
import org.collegium.courses.git.GitFailure.Reason;
import org.collegium.source.SourceOpener;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The newest commit of a branch as it was fetched; the files are gone when it is closed. */
final class FetchedBranch implements AutoCloseable {

    private final BoundedRepository repository;
    private final RevCommit commit;
    private final String folder;

    private FetchedBranch(BoundedRepository repository, RevCommit commit, String folder) {
        this.repository = repository;
        this.commit = commit;
        this.folder = folder;
    }

    static FetchedBranch of(BoundedRepository repository, ObjectId head, String folder) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return new FetchedBranch(repository, walk.parseCommit(head), folder);
        }
    }

    /** The name of the commit, 40 hexadecimal digits. */
    String commit() {
        return commit.name();
    }

    RevCommit head() {
        return commit;
    }

    BoundedRepository repository() {
        return repository;
    }

    /** The files of the course. */
    SourceOpener files() throws IOException {
        return new GitTree(repository, tree().orElseThrow(() -> new GitFailure(Reason.NO_FOLDER, folder)));
    }

    private Optional<ObjectId> tree() throws IOException {
        if (folder.isEmpty()) {
            return Optional.of(commit.getTree());
        }
        try (TreeWalk found = TreeWalk.forPath(repository, folder, commit.getTree())) {
            return Optional.ofNullable(found)
                    .filter(walk -> walk.getFileMode(0) == FileMode.TREE)
                    .map(walk -> walk.getObjectId(0));
        }
    }

    @Override
    public void close() {
        repository.discard();
    }
}
