package org.collegium.demonstration.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Invents learners, and lets each join courses and learn in them. */
final class GeneratingStudies {

    private static final int CHUNK = 400;
    private static final int TOLD = 2000;

    /** How many courses a learner joins; the mean is about 2. */
    private static final List<Integer> JOINED = List.of(0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 7);

    private static final double NEVER_BEGAN = 0.15;
    private static final double WENT_TO_THE_END = 0.4;
    private static final double LEFT = 0.03;

    private final Plan plan;
    private final Tables tables;
    private final GeneratingPeople people;
    private final List<GeneratedCourse> courses;
    private final LearningRows learning;
    private final CertificateRows certificates;
    private final Map<UUID, Integer> seats = new HashMap<>();

    GeneratingStudies(
            Plan plan, Tables tables, GeneratingPeople people, JsonMapper json, List<GeneratedCourse> courses) {
        this.plan = plan;
        this.tables = tables;
        this.people = people;
        this.courses = courses;
        this.learning = new LearningRows(tables, json);
        this.certificates = new CertificateRows(plan, tables, json);
    }

    void make() {
        int count = plan.request().learners();
        for (int number = 0; number < count; number++) {
            GeneratedLearner learner = people.learner(number);
            study(learner, plan.chance("study", number));
            if ((number + 1) % CHUNK == 0 || number + 1 == count) {
                tables.write();
            }
            if ((number + 1) % TOLD == 0 || number + 1 == count) {
                plan.tell().accept(String.format(Locale.ROOT, "Generating learners: %,d of %,d", number + 1, count));
            }
        }
        seats.forEach((run, taken) -> tables.add("run_seats", run, 0, taken));
        tables.write();
    }

    private void study(GeneratedLearner learner, Chance chance) {
        int wanted = chance.of(JOINED);
        Set<Integer> joined = new HashSet<>();
        for (int turn = 0; turn < wanted; turn++) {
            int number = chance.popular(courses.size());
            if (joined.add(number)) {
                study(learner, courses.get(number), chance);
            }
        }
    }

    private void study(GeneratedLearner learner, GeneratedCourse course, Chance chance) {
        Instant first = learner.since().isAfter(course.published()) ? learner.since() : course.published();
        Instant joined = chance.between(first, plan.end().minus(Duration.ofHours(5)));
        boolean left = chance.happens(LEFT);
        tables.add(
                "enrolment",
                chance.id(joined),
                0,
                learner.id(),
                course.run(),
                course.id(),
                left ? "WITHDRAWN" : "ACTIVE",
                "SELF",
                joined,
                left ? plan.end() : null);
        if (!left) {
            seats.merge(course.run(), 1, Integer::sum);
        }
        List<Study.Done> done = new Study(chance, learner, course, joined, plan.end()).through(units(course, chance));
        if (!done.isEmpty()) {
            Instant completed = learning.write(learner, course, done, chance);
            if (completed != null && !left) {
                certificates.write(learner, course, done, completed, chance);
            }
        }
    }

    private static int units(GeneratedCourse course, Chance chance) {
        int all = course.shape().steps().size();
        double kind = chance.share();
        if (kind < NEVER_BEGAN) {
            return 0;
        }
        double share = kind < NEVER_BEGAN + WENT_TO_THE_END ? 1 : Math.pow(chance.share(), 1.5);
        return Math.clamp(Math.round(all * share), 1, all);
    }
}
