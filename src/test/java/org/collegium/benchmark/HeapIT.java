package org.collegium.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.collegium.benchmark.Measured.Heap;
import org.collegium.benchmark.Measured.Learner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an open tab costs on the server. */
@Tag("benchmark")
class HeapIT {

    private static final int TABS = Integer.getInteger("collegium.benchmark.tabs", 200);
    private static final int BEFORE = 20;
    private static final double MEBIBYTE = 1024 * 1024;

    private final Measured measured = Measured.application();

    @Test
    void anOpenTabOfALearnerTakesLittleHeap() {
        List<Learner> learners = measured.learners(BEFORE + TABS);
        assertThat(learners).as("learners who have not begun").hasSize(BEFORE + TABS);
        List<LearnerAtWork> open = new ArrayList<>();
        learners.subList(0, BEFORE).forEach(learner -> open.add(atQuestion(learner)));
        measured.heap();
        Heap before = measured.heap();
        int half = BEFORE + TABS / 2;
        learners.subList(BEFORE, half).forEach(learner -> open.add(atLesson(learner)));
        Heap withLessons = measured.heap();
        learners.subList(half, BEFORE + TABS).forEach(learner -> open.add(atQuestion(learner)));
        Heap withAll = measured.heap();

        int each = TABS / 2;
        double lesson = withLessons.mebibytesSince(before) / each;
        double quiz = withAll.mebibytesSince(withLessons) / each;
        Measured.tell(
                "heap, " + TABS + " tabs, each in a session of its own",
                String.format(
                        Locale.ROOT,
                        "%.2f MiB a tab: %.2f at a lesson, %.2f at a question; %.0f MiB before",
                        (lesson + quiz) / 2,
                        lesson,
                        quiz,
                        before.bytes() / MEBIBYTE));
        assertThat(withLessons.tabs() - before.tabs()).as("tabs at a lesson").isEqualTo(each);
        assertThat(withAll.tabs() - withLessons.tabs()).as("tabs at a question").isEqualTo(each);
        open.forEach(LearnerAtWork::close);
        assertThat((lesson + quiz) / 2).as("MiB a tab").isLessThan(2);
    }

    private LearnerAtWork atLesson(Learner learner) {
        LearnerAtWork work = signedIn(learner);
        work.open(learner.course() + "/" + learner.lessons().getFirst());
        return work;
    }

    private LearnerAtWork atQuestion(Learner learner) {
        LearnerAtWork work = signedIn(learner);
        ViewTab tab = work.open(learner.course() + "/" + learner.quiz());
        QuizTaking taking = new QuizTaking(tab);
        work.say(tab, taking.next().orElseThrow().body());
        assertThat(taking.next())
                .as("an answer to a question that is shown")
                .hasValueSatisfying(message -> assertThat(message.toJournal()).isTrue());
        return work;
    }

    private LearnerAtWork signedIn(Learner learner) {
        LearnerAtWork work = new LearnerAtWork(measured.address());
        work.signIn(learner.email());
        return work;
    }
}
