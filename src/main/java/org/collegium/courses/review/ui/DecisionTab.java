package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Arrays;
import java.util.Map;
import org.collegium.courses.review.CourseReview;
import org.collegium.courses.review.DecidingReviews;
import org.collegium.courses.review.ReviewAddresses;
import org.collegium.courses.review.ReviewState;
import org.collegium.courses.review.ReviewVerdict;
import org.collegium.courses.review.Standing;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Toasts;

/** The stages, what the current person may decide, and what was decided. */
final class DecisionTab extends Div {

    private final transient DecidingReviews deciding;
    private final transient CourseReview review;

    DecisionTab(DecidingReviews deciding, CourseReview review) {
        this.deciding = deciding;
        this.review = review;
        addClassName("c-studio");
        boolean passed = review.state() == ReviewState.APPROVED || review.state() == ReviewState.PUBLISHED;
        Section stages = new Section(
                new H2(getTranslation("courses.review.stages")),
                new StageLine(review.stages(), review.stage(), passed));
        stages.addClassName("c-surface");
        add(stages);
        add(review.standing() == Standing.ASKED ? form() : standing());
        add(record());
    }

    private Component standing() {
        Paragraph words = new Paragraph(
                review.standing() == Standing.CLOSED
                        ? getTranslation(
                                "courses.review.ended." + review.state().name())
                        : getTranslation(
                                "courses.review.standing." + review.standing().name()));
        words.addClassName("c-muted");
        return words;
    }

    private Component form() {
        boolean voted = review.current().voted();
        RadioButtonGroup<ReviewVerdict> verdict = new RadioButtonGroup<>();
        verdict.setLabel(getTranslation("courses.review.verdict"));
        verdict.setItems(Arrays.stream(ReviewVerdict.values())
                .filter(one -> voted || one != ReviewVerdict.ABSTAIN)
                .toList());
        verdict.setItemLabelGenerator(one -> getTranslation("courses.review.verdict." + one.name()));
        TextArea reason = new TextArea(getTranslation("courses.review.reason"));
        reason.setHelperText(getTranslation("courses.review.reason.help"));
        reason.setWidthFull();
        Checkbox named = new Checkbox(getTranslation("courses.review.named"));
        Div form = new Div(verdict, reason, named);
        form.addClassName("c-studio-form");
        KeptTyping typing = new KeptTyping(form, "decide/" + review.id())
                .with("verdict", verdict, ReviewVerdict::valueOf)
                .with("reason", reason)
                .with("named", named, Boolean::valueOf);
        FieldFaults faults =
                new FieldFaults(Map.of("courses.review.reason", reason, "courses.review.verdict", verdict));
        Button save = new Button(getTranslation("courses.review.decide"));
        save.addThemeNames("primary");
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            save.setEnabled(true);
            faults.readable();
            if (verdict.isEmpty()) {
                faults.tell(new RuleViolation("courses.review.verdict.missing"));
                return;
            }
            try {
                ReviewState state = deciding.decide(
                        review.id(), review.round(), verdict.getValue(), reason.getValue(), named.getValue());
                typing.forget();
                Toasts.show(getTranslation("courses.review.decided." + state.name()));
                ReviewPage.go(ReviewAddresses.of(review.id()) + "?tab=decision");
            } catch (RuleViolation violation) {
                faults.tell(violation);
            }
        });
        Div actions = new Div(save);
        actions.addClassName("c-studio-actions");
        Section section = new Section(new H2(getTranslation("courses.review.your-decision")), form, actions);
        section.addClassName("c-surface");
        return section;
    }

    private Component record() {
        Section record = new Section(new H2(getTranslation("courses.review.record")));
        record.addClassName("c-studio");
        if (review.decisions().isEmpty()) {
            record.add(new Paragraph(getTranslation("courses.review.record.none")));
        }
        OrderedList list = new OrderedList();
        list.addClassName("c-plain-list");
        review.decisions().forEach(decision -> list.add(new ListItem(new DecisionLine(review, decision))));
        if (!review.decisions().isEmpty()) {
            record.add(list);
        }
        return record;
    }
}
