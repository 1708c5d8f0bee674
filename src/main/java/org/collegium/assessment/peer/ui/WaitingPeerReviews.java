package org.collegium.assessment.peer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;
import org.collegium.assessment.peer.PeerOverview;
import org.collegium.assessment.peer.PeerOverview.Waiting;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.learning.CourseProgressSlot;
import org.collegium.shared.ui.Moments;

/** The way to a learner's peer reviews, at a course in which they take part in some; it says what waits to be reviewed. */
@org.springframework.stereotype.Component
class WaitingPeerReviews implements CourseProgressSlot {

    private static final int ORDER = 3;

    private final PeerOverview overview;

    WaitingPeerReviews(PeerOverview overview) {
        this.overview = overview;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Component> create(AccountId learner, CourseRunId run) {
        return overview.waiting(learner, run.value())
                .map(waiting -> new Div(new Anchor("/" + OwnPeerReviewsView.ADDRESS, new Span(said(waiting)))));
    }

    private static String said(Waiting waiting) {
        UI page = UI.getCurrent();
        Instant until = waiting.until();
        return until == null
                ? page.getTranslation("assessment.peer.title")
                : page.getTranslation(
                        "assessment.peer.mine.link",
                        waiting.reviews(),
                        Moments.here().minute(until));
    }
}
