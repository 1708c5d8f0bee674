package org.collegium.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.collegium.benchmark.Measured.Learner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Load by Gatling from a process of its own on the same machine. It tells figures, and fails only when answers are wrong. */
@Tag("benchmark")
class LoadIT {

    private static final int WARM_UP = Integer.getInteger("collegium.benchmark.warm-up", 20);
    private static final int SECONDS = Integer.getInteger("collegium.benchmark.seconds", 40);

    private final Measured measured = Measured.application();
    private final GatlingLoad gatling = new GatlingLoad(measured.built());

    @Test
    void visitorsReadPages() throws IOException, InterruptedException {
        Files.createDirectories(Measured.RESULTS);
        Files.write(Measured.RESULTS.resolve("courses.txt"), measured.coursePages(500));
        Files.write(Measured.RESULTS.resolve("codes.txt"), measured.codes(500));
        gatling.load("visitors", 8, WARM_UP);
        GatlingLoad.Run run = gatling.load("visitors", 8, SECONDS);

        Measured.tell(
                "visitors, 8 at once without pause, page views a second",
                run.text(run.timings().count(), run.timings().count()));
        assertThat(run.timings().count()).isPositive();
    }

    @Test
    void learnersLearn() throws IOException, InterruptedException {
        List<Learner> learners = measured.learners(600);
        Files.createDirectories(Measured.RESULTS);
        Files.writeString(
                Measured.RESULTS.resolve("people.tsv"),
                learners.stream()
                        .map(learner -> String.join(
                                "\t",
                                learner.email(),
                                learner.course(),
                                String.join(",", learner.lessons()),
                                learner.quiz()))
                        .collect(Collectors.joining("\n")));
        long attempts = submitted();
        long seen = seen();
        gatling.load("learners", 50, WARM_UP);
        GatlingLoad.Run run = gatling.load("learners", 50, SECONDS * 2);

        int views = run.timings().count("page")
                + run.timings().count("lesson")
                + run.timings().count("quiz");
        Measured.tell(
                "learners, 50 at once, a thought of 1 to 3 s between steps",
                run.text(views, run.timings().count()));
        assertThat(seen()).as("lessons seen to their end").isGreaterThan(seen);
        assertThat(submitted()).as("attempts submitted").isGreaterThan(attempts);
    }

    private long submitted() {
        return measured.count("SELECT COUNT(*) FROM quiz_attempt WHERE state = 'SUBMITTED'");
    }

    private long seen() {
        return measured.count("SELECT COUNT(*) FROM learning_event WHERE kind = 'SEEN_TO_END'");
    }
}
