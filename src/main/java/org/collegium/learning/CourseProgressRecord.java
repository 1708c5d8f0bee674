package org.collegium.learning;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/** What follows from the events of one learner in one run; its row is locked by whoever appends to the log. */
@Entity(name = "CourseProgress")
@Table(name = "course_progress")
class CourseProgressRecord {

    @EmbeddedId
    private ProgressId id;

    @Version
    private int version;

    private int done;
    private int total;
    private int stuck;
    private @Nullable Instant lastActivityAt;
    private @Nullable Instant completedAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(
            name = "unit_progress",
            joinColumns = {@JoinColumn(name = "learner_id"), @JoinColumn(name = "run_id")})
    @MapKeyColumn(name = "unit_key")
    private Map<String, UnitProgress> units = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    protected CourseProgressRecord() {}

    /** Takes one more event into account. */
    void apply(LearningEvent event, CourseOutline outline) {
        fold(units, event);
        settle(outline, event.unitKey().isEmpty() ? event.at() : completedAt);
    }

    /** Derives everything anew. Returns whether anything came out differently. */
    boolean derive(Collection<LearningEvent> events, CourseOutline outline) {
        Map<String, UnitProgress> fresh = new HashMap<>();
        Instant completed = null;
        for (LearningEvent event : events) {
            fold(fresh, event);
            completed = event.unitKey().isEmpty() ? event.at() : completed;
        }
        Summary before = summary();
        boolean sameUnits = fresh.equals(units);
        if (!sameUnits) {
            units.keySet().retainAll(fresh.keySet());
            units.putAll(fresh);
        }
        settle(outline, completed);
        return !sameUnits || !before.equals(summary());
    }

    /** When the last unit that counts was completed, if all are and this is not yet a fact of the log. */
    Optional<Instant> newlyCompleted(CourseOutline outline) {
        if (completedAt != null || outline.counting().isEmpty() || done < total) {
            return Optional.empty();
        }
        return outline.counting().stream()
                .map(key -> Objects.requireNonNull(
                        Objects.requireNonNull(units.get(key)).completedAt()))
                .max(Instant::compareTo);
    }

    ProgressSummary seen() {
        return new ProgressSummary(
                new AccountId(id.learnerId()),
                new CourseRunId(id.runId()),
                done,
                total,
                Optional.ofNullable(lastActivityAt),
                Optional.ofNullable(completedAt));
    }

    /** When a unit was last given a score; null when it has none. */
    @Nullable
    Instant scoredAt(String unitKey) {
        return units.getOrDefault(unitKey, UnitProgress.NOTHING).scoredAt();
    }

    Map<String, UnitProgress> units() {
        return Map.copyOf(units);
    }

    private static void fold(Map<String, UnitProgress> units, LearningEvent event) {
        if (!event.unitKey().isEmpty()) {
            units.merge(event.unitKey(), UnitProgress.NOTHING.with(event), (before, only) -> before.with(event));
        }
    }

    private void settle(CourseOutline outline, @Nullable Instant completed) {
        total = outline.counting().size();
        done = (int) outline.counting().stream().filter(this::isDone).count();
        stuck = (int) units.values().stream().filter(UnitProgress::stuck).count();
        lastActivityAt = units.values().stream()
                .map(UnitProgress::lastAt)
                .max(Instant::compareTo)
                .orElse(null);
        completedAt = completed;
    }

    private boolean isDone(String key) {
        UnitProgress unit = units.get(key);
        return unit != null && unit.completed();
    }

    private Summary summary() {
        return new Summary(done, total, stuck, lastActivityAt, completedAt);
    }

    private record Summary(
            int done,
            int total,
            int stuck,
            @Nullable Instant lastActivityAt,
            @Nullable Instant completedAt) {}
}
