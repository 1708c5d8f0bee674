package org.collegium.courses.review.ui;

import com.vaadin.flow.component.UI;
import org.collegium.courses.review.ReviewState;
import org.collegium.shared.ui.StatusBadge;

/** How far a review has come. */
final class ReviewBadge extends StatusBadge {

    ReviewBadge(ReviewState state) {
        super(
                switch (state) {
                    case OPEN, CHANGES -> Status.WAITING;
                    case APPROVED, PUBLISHED -> Status.GOOD;
                    case DECLINED -> Status.BAD;
                    case WITHDRAWN -> Status.NEUTRAL;
                },
                UI.getCurrent().getTranslation("courses.review.state." + state.name()));
    }
}
