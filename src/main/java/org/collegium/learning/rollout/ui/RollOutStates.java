package org.collegium.learning.rollout.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Duration;
import java.util.List;
import org.collegium.courses.CourseId;
import org.collegium.learning.rollout.RollOut;
import org.collegium.learning.rollout.RollOuts;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.Polling;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** The last roll-outs of a course, and how far those are that go on. One may leave and come back. */
final class RollOutStates extends Div {

    private static final PageRequest LAST = new PageRequest(0, 3);
    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final transient CourseId course;
    private final transient RollOuts rollOuts;
    private final transient SerializableRunnable ended;
    private final Polling polling = new Polling(this, this::show);
    private boolean wasWorking;

    /** @param ended what to do when one ends that was going on */
    RollOutStates(CourseId course, RollOuts rollOuts, SerializableRunnable ended) {
        this.course = course;
        this.rollOuts = rollOuts;
        this.ended = ended;
        addClassName("c-studio-stack");
        show();
    }

    private void show() {
        List<RollOut> last = rollOuts.of(course, LAST);
        boolean working = last.stream().anyMatch(RollOut::isWorking);
        removeAll();
        last.forEach(one -> add(state(one)));
        setVisible(!last.isEmpty());
        polling.whilst(working, OFTEN);
        if (wasWorking && !working) {
            ended.run();
        }
        wasWorking = working;
    }

    private Div state(RollOut one) {
        String by = one.by();
        Paragraph words = new Paragraph(getTranslation(
                one.isWorking() ? "learning.rollout.state.working" : "learning.rollout.state.done",
                one.number(),
                one.runs() - one.changed(),
                one.carried(),
                one.learners(),
                by == null ? getTranslation("learning.rollout.somebody") : by,
                Moments.here().day(one.begunAt())));
        words.getElement().setAttribute("role", "status");
        Div state = new Div(
                one.isWorking()
                        ? new StatusBadge(Status.WAITING, getTranslation("learning.rollout.working"))
                        : new StatusBadge(Status.GOOD, getTranslation("learning.rollout.done")),
                words);
        state.addClassNames("c-surface", "c-rollout-state");
        if (one.changed() > 0) {
            state.add(new Paragraph(getTranslation("learning.rollout.state.changed", one.changed())));
        }
        if (one.isWorking()) {
            ProgressBar bar = new ProgressBar(0, 1, one.fraction());
            bar.getElement().setAttribute("aria-label", getTranslation("learning.rollout.title"));
            state.add(bar);
        }
        return state;
    }
}
