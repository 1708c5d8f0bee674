package org.collegium.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.demonstration.Story.Enrolment;
import org.collegium.enrolment.Enrolments;
import org.collegium.identity.AccountId;
import org.collegium.learning.Studying;
import org.springframework.stereotype.Component;

/** Turns an enrolment of the story into what the learner did, spread over the days. */
@Component
class LearningDeeds {

    private static final int MORNING = 8;
    private static final int WAKING_HOURS = 12;

    /** After all that was learned on the same day. */
    private static final Duration EVENING = Duration.ofHours(22);

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Enrolments enrolments;
    private final Studying studying;

    LearningDeeds(CourseRuns runs, CourseVersions versions, Enrolments enrolments, Studying studying) {
        this.runs = runs;
        this.versions = versions;
        this.enrolments = enrolments;
        this.studying = studying;
    }

    List<Deed> of(String person, AccountId learner, CourseRunId run, Enrolment enrolment, Instant today) {
        List<Deed> deeds = new ArrayList<>();
        deeds.add(new Deed(person, hour(today, enrolment.joined(), 0), () -> enrolments.join(learner, run)));
        List<CourseUnit> finished = finished(manifest(run), enrolment);
        int last = enrolment.lastSeen() == null ? enrolment.joined() : enrolment.lastSeen();
        Duration span = Duration.ofDays(Math.max(0, last - enrolment.joined()));
        for (int i = 0; i < finished.size(); i++) {
            CourseUnit unit = finished.get(i);
            Duration after = span.multipliedBy(i + 1L).dividedBy(finished.size());
            Instant time =
                    latest(hour(today, enrolment.joined(), 1 + i % WAKING_HOURS).plus(after), today);
            deeds.add(new Deed(person, time, () -> read(learner, run, unit)));
        }
        if (enrolment.withdrew() != null) {
            Instant evening =
                    latest(today.plus(Duration.ofDays(enrolment.withdrew())).plus(EVENING), today);
            deeds.add(new Deed(person, evening, () -> enrolments.withdraw(learner, run)));
        }
        return deeds;
    }

    /** A waking hour of a day relative to today, never in the future. */
    static Instant hour(Instant today, int day, int hour) {
        Instant time = today.plus(Duration.ofDays(day)).plus(Duration.ofHours(MORNING + (long) hour % WAKING_HOURS));
        return latest(time, today);
    }

    private static Instant latest(Instant time, Instant today) {
        Instant now = today.plus(Duration.ofMinutes(1));
        return time.isAfter(now) ? now : time;
    }

    private void read(AccountId learner, CourseRunId run, CourseUnit unit) {
        studying.open(learner, run, unit.key());
        if (unit.exercise()) {
            studying.tried(learner, run, unit.key());
        } else {
            studying.seenToEnd(learner, run, unit.key());
        }
    }

    private static List<CourseUnit> finished(CourseManifest manifest, Enrolment enrolment) {
        List<CourseUnit> finished = new ArrayList<>();
        if (enrolment.through() == null) {
            return finished;
        }
        boolean before = true;
        for (CourseUnit unit : manifest.units()) {
            boolean counted =
                    (before && unit.required()) || enrolment.readBesides().contains(unit.key());
            if (counted && !unit.kind().equals("quiz")) {
                finished.add(unit);
            }
            before &= !unit.key().equals(enrolment.through());
        }
        return finished;
    }

    private CourseManifest manifest(CourseRunId run) {
        return runs.find(run)
                .flatMap(found -> versions.find(found.version()))
                .map(CourseVersion::manifest)
                .orElseThrow();
    }
}
