package org.collegium.courses.git;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.collegium.courses.ComparingCourses;
import org.collegium.courses.CourseEdition;
import org.collegium.courses.CourseExport;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.ExportingCourses;
import org.collegium.courses.git.GitFailure.Reason;
import org.collegium.identity.Accounts;
import org.collegium.identity.SystemActor;
import org.collegium.source.SourceFile;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends a state of a course as one commit on top of what the repository has. Files of the course are replaced, those that it
 * had and has no longer are removed, all others in the repository stay.
 */
@Component
class PushingCourses {

    private static final String NOBODY = "no-reply@";

    private final GitServers servers;
    private final ExportingCourses exporting;
    private final ComparingCourses comparing;
    private final Accounts accounts;
    private final SystemActor system;
    private final Clock clock;
    private final String host;

    PushingCourses(
            GitServers servers,
            ExportingCourses exporting,
            ComparingCourses comparing,
            Accounts accounts,
            SystemActor system,
            Clock clock,
            @Value("${collegium.address}") String address) {
        this.servers = servers;
        this.exporting = exporting;
        this.comparing = comparing;
        this.accounts = accounts;
        this.system = system;
        this.clock = clock;
        this.host = address.replaceFirst("^[a-z]+://", "").replaceFirst("[:/].*$", "");
    }

    GitOutcome push(GitConnection connection, GitJob.Push push, Optional<? extends GitSignIn> credentials)
            throws GitFailure {
        GitPlace place = connection.place();
        GitPlace target = new GitPlace(place.address(), push.branch(), place.folder());
        Optional<String> there = servers.head(target, credentials);
        GitPlace base = there.isPresent() ? target : place;
        try (FetchedBranch fetched = servers.fetch(base, credentials)) {
            if (!fetched.commit().equals(connection.commit())) {
                throw new GitFailure(Reason.MOVED, base.branch());
            }
            ObjectId commit = commit(connection, push, fetched);
            servers.push(fetched, commit, target, there.map(ObjectId::fromString), credentials);
            return GitOutcome.pushed(commit.name(), push.branch());
        } catch (IOException failed) {
            throw failed instanceof GitFailure known ? known : new GitFailure(Reason.BROKEN);
        }
    }

    private ObjectId commit(GitConnection connection, GitJob.Push push, FetchedBranch onto) throws IOException {
        CourseExport export = export(connection.course(), push.edition());
        Set<String> gone = new HashSet<>(pathsInRepository(connection.course()));
        try (ObjectInserter inserter = onto.repository().newObjectInserter()) {
            Map<String, DirCacheEntry> entries = present(onto);
            String prefix = connection.place().folder().isEmpty()
                    ? ""
                    : connection.place().folder() + "/";
            gone.forEach(path -> entries.remove(prefix + path));
            for (SourceFile file : export.files()) {
                DirCacheEntry entry = new DirCacheEntry(prefix + file.path());
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.bytes()));
                entries.put(prefix + file.path(), entry);
            }
            ObjectId tree = tree(entries.values(), inserter);
            if (tree.equals(onto.head().getTree())) {
                throw new GitFailure(Reason.NOTHING_NEW);
            }
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree);
            commit.setParentId(onto.head());
            commit.setCommitter(platform());
            commit.setAuthor(author(connection, push));
            commit.setMessage(push.message() + "\n");
            ObjectId made = inserter.insert(commit);
            inserter.flush();
            return made;
        }
    }

    private static Map<String, DirCacheEntry> present(FetchedBranch onto) throws IOException {
        Map<String, DirCacheEntry> entries = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(onto.repository())) {
            walk.addTree(onto.head().getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                DirCacheEntry entry = new DirCacheEntry(walk.getRawPath());
                entry.setFileMode(walk.getFileMode(0));
                entry.setObjectId(walk.getObjectId(0));
                entries.put(walk.getPathString(), entry);
            }
        }
        return entries;
    }

    private static ObjectId tree(Collection<DirCacheEntry> entries, ObjectInserter inserter) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        entries.forEach(builder::add);
        builder.finish();
        return index.writeTree(inserter);
    }

    private CourseExport export(CourseId course, CourseEdition edition) throws GitFailure {
        Optional<CourseExport> found =
                system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> exporting.find(course, edition));
        return found.orElseThrow(() -> new GitFailure(Reason.NOTHING_NEW));
    }

    /** What the last import brought, which is what the repository has of the course. */
    private List<String> pathsInRepository(CourseId course) {
        Optional<CourseManifest> brought =
                system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> comparing.imported(course));
        return brought.map(manifest -> List.copyOf(manifest.files().keySet())).orElse(List.of());
    }

    private PersonIdent author(GitConnection connection, GitJob.Push push) {
        return Optional.ofNullable(connection.askedBy())
                .filter(person -> push.named())
                .flatMap(accounts::find)
                .map(person -> new PersonIdent(person.name(), person.email(), clock.instant(), ZoneOffset.UTC))
                .orElseGet(this::platform);
    }

    private PersonIdent platform() {
        return new PersonIdent("Collegium", NOBODY + host, clock.instant(), ZoneOffset.UTC);
    }
}
