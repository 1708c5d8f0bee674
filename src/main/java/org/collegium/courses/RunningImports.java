package org.collegium.courses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.SignedIn;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Service;

/**
 * Imports that go on while people do something else. What was handed over is kept for an hour after the end, so that an
 * import can be repeated without sending it again; a restart of the platform ends them and leaves nothing half done.
 */
@Service
public class RunningImports {

    private static final Logger LOG = LoggerFactory.getLogger(RunningImports.class);
    private static final int AT_ONCE = 2;

    private final ImportingCourses importing;
    private final Access access;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("import-", 1).daemon().factory());
    private final Cache<UUID, RunningImport> imports = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofHours(1))
            .removalListener((@Nullable UUID id, @Nullable RunningImport gone, RemovalCause cause) -> {
                if (gone != null) {
                    gone.release();
                }
            })
            .build();

    RunningImports(ImportingCourses importing, Access access) {
        this.importing = importing;
        this.access = access;
    }

    /**
     * Begins to import a zip that somebody handed over.
     *
     * @param zip a file of its own, which is deleted when it is not needed any more
     * @param name what the file is called by whoever handed it over
     */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())")
    public RunningImport beginZip(PartnerId partner, Path zip, String name) {
        return begin(new RunningImport(partner, zip, name, true, person()));
    }

    /** Begins to import a folder or zip of the machine on which the platform runs. */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value()) and @access.may('"
            + CoursesPermissions.IMPORT_FOLDER + "')")
    public RunningImport beginPath(PartnerId partner, Path path) {
        return begin(new RunningImport(partner, path, path.toString(), false, person()));
    }

    /** The import with this id, if the current person began it. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    public Optional<RunningImport> find(UUID id) {
        AccountId asking = person();
        return Optional.ofNullable(imports.getIfPresent(id))
                .filter(found -> asking != null && asking.equals(found.startedBy()));
    }

    /** Begins again from the same source, when edits made in Studio or something unexpected stood in the way. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    public void again(UUID id, EditedThings edits) {
        find(id).filter(RunningImport::begunAgain).ifPresent(again -> run(again, edits));
    }

    private RunningImport begin(RunningImport fresh) {
        imports.put(fresh.id(), fresh);
        run(fresh, EditedThings.KEEP);
        return fresh;
    }

    private void run(RunningImport running, EditedThings edits) {
        workers.execute(new DelegatingSecurityContextRunnable(() -> {
            try {
                running.ended(
                        running.handedOver()
                                ? importing.importZip(running.partner(), running.source(), edits, running)
                                : importing.importPath(running.partner(), running.source(), edits, running));
            } catch (RuntimeException failure) {
                LOG.error("Import {} of {} failed", running.id(), running.name(), failure);
                running.failed();
            }
        }));
    }

    private @Nullable AccountId person() {
        return access.current().map(SignedIn::account).orElse(null);
    }

    @PreDestroy
    void stop() {
        imports.asMap().values().forEach(RunningImport::end);
        workers.shutdown();
        imports.asMap().values().forEach(RunningImport::release);
    }
}
