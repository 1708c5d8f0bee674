package org.collegium.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.springframework.stereotype.Component;

/** What became of the courses of the demonstration, in the order of time: reviewed, published, changed, taken over by others, published again. */
@Component
class CourseDeeds {

    private static final Duration MORNING = Duration.ofHours(10);

    private final Founding founding;
    private final ReviewDeeds reviews;
    private final RevisionDeeds revisions;
    private final ReuseDeeds reuse;
    private final Acting acting;

    CourseDeeds(Founding founding, ReviewDeeds reviews, RevisionDeeds revisions, ReuseDeeds reuse, Acting acting) {
        this.founding = founding;
        this.reviews = reviews;
        this.revisions = revisions;
        this.reuse = reuse;
        this.acting = acting;
    }

    /** One of them. Where it opens a run, there is its key. */
    private record Step(Instant time, String opens, Runnable deed) {}

    /** How many of them there are. */
    int count(Story story, ReviewStory reviewed, RevisionStory revised) {
        return story.runs().size()
                + reviewed.reviews().size()
                + revised.offers().size()
                + revised.translations().size()
                + revised.derivations().size()
                + revised.revisions().size();
    }

    /**
     * Does what is not done yet.
     *
     * @param courses by their keys; those that are made from others are added
     * @param done is run after each
     * @return the runs by their keys in the story
     */
    Map<String, CourseRunId> replay(
            Story story,
            ReviewStory reviewed,
            RevisionStory revised,
            Map<String, CourseId> courses,
            Instant today,
            Runnable done) {
        Map<String, CourseRunId> opened = new HashMap<>();
        List<Step> steps = steps(story, reviewed, revised, courses, opened, today);
        int next = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (opened.containsKey(steps.get(i).opens())) {
                next = i + 1;
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            if (i >= next) {
                steps.get(i).deed().run();
            }
            done.run();
        }
        return opened;
    }

    /** Notes the runs that are open already, from a load that was killed. */
    private List<Step> steps(
            Story story,
            ReviewStory reviewed,
            RevisionStory revised,
            Map<String, CourseId> courses,
            Map<String, CourseRunId> opened,
            Instant today) {
        List<Step> steps = new ArrayList<>();
        for (Story.Run run : story.runs()) {
            CourseId course = of(courses, run.course());
            founding.run(course, run.title()).ifPresent(id -> {
                founding.staff(id, run);
                opened.put(run.key(), id);
            });
            Instant opens = today.plus(Duration.ofDays(run.opens()));
            steps.add(new Step(opens, run.key(), () -> {
                CourseRunId id = founding.open(course, run, opens);
                founding.staff(id, run);
                opened.put(run.key(), id);
            }));
        }
        reviewed.reviews()
                .forEach(review -> steps.add(new Step(
                        at(today, review.day()),
                        "",
                        () -> reviews.review(review, of(courses, review.course()), today))));
        revised.offers()
                .forEach(act ->
                        steps.add(step(act.by(), at(today, act.day()), () -> reuse.offer(of(courses, act.course())))));
        revised.translations()
                .forEach(act ->
                        steps.add(step(act.by(), at(today, act.day()), () -> reuse.mark(of(courses, act.course())))));
        revised.derivations()
                .forEach(one -> steps.add(step(
                        one.by(),
                        at(today, one.day()),
                        () -> courses.put(one.course(), reuse.derive(one, of(courses, one.from()))))));
        revised.revisions()
                .forEach(one -> steps.add(step(
                        one.by(), at(today, one.day()), () -> revisions.revise(one, of(courses, one.course())))));
        steps.sort(Comparator.comparing(Step::time));
        return steps;
    }

    private Step step(String by, Instant time, Runnable deed) {
        return new Step(time, "", () -> acting.as(by, time, deed));
    }

    /** The roll-outs, among what learners do. */
    List<Deed> rollOuts(RevisionStory revised, Map<String, CourseRunId> runs, Instant today) {
        return revised.rollOuts().stream()
                .map(one -> new Deed(
                        one.by(),
                        at(today, one.day()),
                        () -> reuse.rollOut(Objects.requireNonNull(runs.get(one.run())))))
                .toList();
    }

    private static CourseId of(Map<String, CourseId> courses, String key) {
        return Objects.requireNonNull(courses.get(key), key);
    }

    private static Instant at(Instant today, int day) {
        return today.plus(Duration.ofDays(day)).plus(MORNING);
    }
}
