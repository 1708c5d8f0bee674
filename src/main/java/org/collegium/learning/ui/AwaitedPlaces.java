package org.collegium.learning.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.enrolment.WaitingLists;
import org.collegium.enrolment.WaitingPlace;
import org.collegium.identity.AccountId;
import org.springframework.stereotype.Component;

/** The places for which a learner waits, and those that are kept for them. */
@Component
class AwaitedPlaces {

    private final WaitingLists waiting;
    private final CourseRuns runs;
    private final CourseVersions versions;

    AwaitedPlaces(WaitingLists waiting, CourseRuns runs, CourseVersions versions) {
        this.waiting = waiting;
        this.runs = runs;
        this.versions = versions;
    }

    /** Empty where they wait for none; one query, and at most two more. */
    Optional<Section> of(AccountId learner) {
        List<WaitingPlace> places = waiting.of(learner);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        Map<CourseRunId, CourseRun> known =
                runs.find(places.stream().map(WaitingPlace::run).toList());
        Map<CourseVersionId, CourseVersion> found =
                versions.find(known.values().stream().map(CourseRun::version).toList());
        UnorderedList list = new UnorderedList();
        Section section = new Section();
        for (WaitingPlace place : places) {
            CourseRun run = known.get(place.run());
            CourseVersion version = run == null ? null : found.get(run.version());
            if (version != null) {
                Anchor link = new Anchor(
                        "/join/" + place.run(), version.manifest().metadata().title());
                list.add(new ListItem(
                        link,
                        new Span(" · "
                                + section.getTranslation(
                                        place.keptUntil() == null ? "learning.my.waits" : "learning.my.kept",
                                        place.number()))));
            }
        }
        section.add(new H2(section.getTranslation("learning.my.awaited")), list);
        section.addClassName("lrn-courses-section");
        return Optional.of(section);
    }
}
