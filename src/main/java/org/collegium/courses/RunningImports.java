package org.collegium.courses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
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
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports that go on while people do something else. What was handed over is kept for an hour after the end, so that an
 * import can be repeated without sending it again. A restart of the platform ends them and leaves nothing half done; whoever
 * waits is told so, by {@link #past} and {@link #interrupted}.
 */
@Service
public class RunningImports {

    private static final Logger LOG = LoggerFactory.getLogger(RunningImports.class);
    private static final int AT_ONCE = 2;
    private static final Duration WORD = Duration.ofSeconds(5);

    private final ImportingCourses importing;
    private final ImportRows rows;
    private final Access access;
    private final Clock clock;
    private final ScheduledExecutorService words = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("imports-alive").daemon().factory());
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

    private volatile boolean stopping;

    RunningImports(ImportingCourses importing, ImportRows rows, Access access, Clock clock) {
        this.importing = importing;
        this.rows = rows;
        this.access = access;
        this.clock = clock;
        ScheduledFuture<?> unused = words.scheduleWithFixedDelay(
                this::sayThatTheyLive, WORD.toMillis(), WORD.toMillis(), TimeUnit.MILLISECONDS);
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

    /** What is known of an import that this node knows nothing of, if the current person began it. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional(readOnly = true)
    public Optional<PastImport> past(UUID id) {
        return Optional.ofNullable(person()).flatMap(person -> rows.find(id, person, clock.instant()));
    }

    /** The imports of the current person that ended with the platform in the middle, the latest 20 first. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional(readOnly = true)
    public List<PastImport> interrupted() {
        return Optional.ofNullable(person())
                .map(person -> rows.interrupted(person, clock.instant()))
                .orElse(List.of())
                .stream()
                .filter(silent -> imports.getIfPresent(silent.id()) == null)
                .toList();
    }

    /** Takes note of an import that was interrupted, so that it is not shown any more. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional
    public void noted(UUID id) {
        Optional.ofNullable(person()).ifPresent(person -> rows.forget(id, person));
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
        Optional.ofNullable(running.startedBy())
                .ifPresent(person -> rows.begin(running.id(), person, running.name(), clock.instant()));
        workers.execute(new DelegatingSecurityContextRunnable(() -> {
            try {
                ImportResult result = running.handedOver()
                        ? importing.importZip(running.partner(), running.source(), edits, running)
                        : importing.importPath(running.partner(), running.source(), edits, running);
                if (!stopping || !(result instanceof ImportResult.Cancelled)) {
                    rows.end(running.id(), changed(result));
                }
                running.ended(result);
            } catch (RuntimeException failure) {
                LOG.error("Import {} of {} failed", running.id(), running.name(), failure);
                running.failed();
                rows.end(running.id(), null);
            }
        }));
    }

    private static @Nullable CourseId changed(ImportResult result) {
        return switch (result) {
            case ImportResult.Created created -> created.course();
            case ImportResult.Updated updated -> updated.course();
            case ImportResult.Unchanged unchanged -> unchanged.course();
            case ImportResult.Conflicting _, ImportResult.Refused _, ImportResult.Cancelled _ -> null;
        };
    }

    private void sayThatTheyLive() {
        try {
            rows.alive(
                    imports.asMap().values().stream()
                            .filter(RunningImport::goesOn)
                            .map(RunningImport::id)
                            .toList(),
                    clock.instant());
        } catch (RuntimeException databaseAway) {
            LOG.warn("Could not say that imports go on", databaseAway);
        }
    }

    private @Nullable AccountId person() {
        return access.current().map(SignedIn::account).orElse(null);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        imports.asMap().values().forEach(RunningImport::end);
        words.shutdownNow();
        workers.shutdown();
        imports.asMap().values().forEach(RunningImport::release);
    }
}
