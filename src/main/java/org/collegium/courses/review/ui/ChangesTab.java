package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.content.RenderedText;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.UnitDifference;
import org.collegium.courses.review.CourseReview;
import org.collegium.courses.review.Reviews;
import org.collegium.courses.ui.DetailDifference;
import org.collegium.courses.ui.DifferenceOutline;
import org.collegium.courses.ui.UnitComparison;
import org.collegium.source.SourceFile;

/** What differs from the round before, or from what is published: unit by unit, word by word. */
final class ChangesTab extends Div {

    private final transient Reviews reviews;
    private final transient CourseReview review;
    private final transient ReviewPlace place;
    private final int round;
    private final int against;
    private final transient Optional<CourseVersion> published;

    ChangesTab(Reviews reviews, CourseReview review, ReviewPlace place, int round, CourseManifest now) {
        this.reviews = reviews;
        this.review = review;
        this.place = place;
        this.round = round;
        published = reviews.publishedBefore(review.id(), round);
        against = place.against() >= 0 && place.against() < round ? place.against() : round - 1;
        addClassName("c-studio");
        if (round > 1) {
            add(choices());
        }
        Optional<CourseManifest> before =
                against == 0 ? published.map(CourseVersion::manifest) : reviews.manifest(review.id(), against);
        if (before.isEmpty()) {
            add(new Paragraph(getTranslation("courses.review.changes.first")));
            return;
        }
        compare(before.get(), now);
    }

    private Component choices() {
        Nav chips = new Nav();
        chips.addClassName("c-chips");
        chips.setAriaLabel(getTranslation("courses.review.changes.against"));
        for (int number = round - 1; number >= 1; number--) {
            chips.add(ReviewPage.chip(
                    place.comparedWith(number).address(),
                    getTranslation("courses.review.changes.round", number),
                    0,
                    against == number));
        }
        chips.add(ReviewPage.chip(
                place.comparedWith(0).address(),
                published
                        .map(version -> getTranslation("courses.review.changes.version", version.number()))
                        .orElseGet(() -> getTranslation("courses.review.changes.all")),
                0,
                against == 0));
        return chips;
    }

    private void compare(CourseManifest before, CourseManifest now) {
        List<UnitDifference> units = UnitDifference.between(before, now);
        List<DetailDifference> details = DetailDifference.between(before, now, this::getTranslation);
        if (units.isEmpty() && details.isEmpty()) {
            add(new Paragraph(getTranslation("courses.compare.same")));
            return;
        }
        units.stream()
                .filter(difference -> difference.unit().key().equals(place.unit()))
                .findFirst()
                .ifPresent(difference -> add(new UnitComparison(
                        difference.unit().title(),
                        sides(Locale.forLanguageTag(now.metadata().language())),
                        place.as(!place.source()).address())));
        add(new DifferenceOutline(
                new DifferenceOutline.Places(
                        place.unit(),
                        place.page(),
                        unit -> place.with(unit).address(),
                        number -> place.with("").at(number).address()),
                units,
                details));
    }

    private UnitComparison.Sides sides(Locale language) {
        return new UnitComparison.Sides(
                against == 0
                        ? getTranslation(
                                "courses.compare.version",
                                published.map(CourseVersion::number).orElse(0))
                        : getTranslation("courses.review.round", against),
                getTranslation("courses.review.round", round),
                text(),
                reviews.text(review.id(), round, place.unit()),
                this::file,
                () -> reviews.file(review.id(), round, place.unit()),
                place.source(),
                language);
    }

    private Optional<RenderedText> text() {
        return against == 0
                ? reviews.publishedText(review.id(), round, place.unit())
                : reviews.text(review.id(), against, place.unit());
    }

    private Optional<SourceFile> file() {
        return against == 0
                ? reviews.publishedFile(review.id(), round, place.unit())
                : reviews.file(review.id(), against, place.unit());
    }
}
