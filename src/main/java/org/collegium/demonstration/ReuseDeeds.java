package org.collegium.demonstration;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.courses.CourseFilter;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseListItem;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.derived.DerivedCourses;
import org.collegium.courses.derived.DerivingData;
import org.collegium.courses.languages.Languages;
import org.collegium.courses.languages.Marked;
import org.collegium.courses.languages.Translation;
import org.collegium.learning.rollout.RollOuts;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.Slug;
import org.springframework.stereotype.Component;

/** Lets partners take courses over from each other, say that translations are current, and give runs another version. Each may be repeated after a kill. */
@Component
class ReuseDeeds {

    private static final PageRequest ALL = new PageRequest(0, 100);

    private final DerivedCourses derived;
    private final Languages languages;
    private final RollOuts rollOuts;
    private final Courses courses;
    private final CourseVersions versions;
    private final CourseRuns runs;
    private final Partners partners;

    ReuseDeeds(
            DerivedCourses derived,
            Languages languages,
            RollOuts rollOuts,
            Courses courses,
            CourseVersions versions,
            CourseRuns runs,
            Partners partners) {
        this.derived = derived;
        this.languages = languages;
        this.rollOuts = rollOuts;
        this.courses = courses;
        this.versions = versions;
        this.runs = runs;
        this.partners = partners;
    }

    void offer(CourseId course) {
        derived.offer(course, true);
    }

    CourseId derive(RevisionStory.Derivation story, CourseId upstream) {
        PartnerId partner =
                partners.find(new Slug(story.partner())).map(Partner::id).orElseThrow();
        return own(partner, story.title())
                .orElseGet(() -> derived.derive(
                        partner, upstream, new DerivingData(story.title(), story.course(), story.changes())));
    }

    private Optional<CourseId> own(PartnerId partner, String title) {
        CourseFilter filter = new CourseFilter(title, Optional.of(partner), Optional.empty(), CourseFilter.Sort.TITLE);
        return courses.list(filter, ALL).stream().map(CourseListItem::id).findFirst();
    }

    /** Says that all units of a translation are those of its source as it is now. */
    void mark(CourseId course) {
        Translation translation = languages.of(course).orElseThrow();
        Marked unused = languages.markCurrent(
                course,
                translation.source().id(),
                translation.source().manifest().units().stream()
                        .map(CourseUnit::key)
                        .collect(Collectors.toSet()));
    }

    /** Gives a run the newest version. */
    void rollOut(CourseRunId id) {
        CourseRun run = runs.find(id).orElseThrow();
        CourseVersion newest = versions.latest(run.course()).orElseThrow();
        if (!run.version().equals(newest.id())) {
            UUID rollOut = UUID.nameUUIDFromBytes((id + " " + newest.id()).getBytes(StandardCharsets.UTF_8));
            rollOuts.begin(run.course(), rollOut, newest.id(), Map.of(id, run.version()), false);
        }
    }
}
