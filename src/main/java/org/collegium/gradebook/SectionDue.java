package org.collegium.gradebook;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.RunSchedule;
import org.collegium.courses.RunSchedules;
import org.collegium.enrolment.JoinTimes;
import org.collegium.identity.AccountId;
import org.springframework.stereotype.Component;

/** When units are due for learners by the dates of their sections. */
@Component
class SectionDue {

    private final RunSchedules schedules;
    private final CourseVersions versions;
    private final JoinTimes joined;

    SectionDue(RunSchedules schedules, CourseVersions versions, JoinTimes joined) {
        this.schedules = schedules;
        this.versions = versions;
        this.joined = joined;
    }

    /**
     * Due times by the keys of units; learners for whom nothing is due are missing. One query, and another where sections have dates.
     */
    Map<AccountId, Map<String, Instant>> of(CourseRun run, Collection<AccountId> learners) {
        RunSchedule schedule = schedules.of(run.id());
        boolean any = schedule.sections().values().stream().anyMatch(dates -> dates.due() != null);
        if (!any) {
            return Map.of();
        }
        Map<String, String> sections =
                versions.find(run.version()).map(SectionDue::sectionsOfUnits).orElse(Map.of());
        Map<AccountId, Map<String, Instant>> due = new HashMap<>();
        joined.of(run.id(), learners).forEach((learner, since) -> {
            Map<String, Instant> own = schedule.own(run.opens(), since).due();
            due.put(
                    learner,
                    sections.entrySet().stream()
                            .filter(unit -> own.containsKey(unit.getValue()))
                            .collect(Collectors.toMap(Map.Entry::getKey, unit -> own.get(unit.getValue()))));
        });
        return due;
    }

    private static Map<String, String> sectionsOfUnits(CourseVersion version) {
        Map<String, String> sections = new HashMap<>();
        for (CourseSection section : version.manifest().sections()) {
            section.units().stream()
                    .flatMap(CourseUnit::withNested)
                    .forEach(unit -> sections.put(unit.key(), section.key()));
        }
        return sections;
    }
}
