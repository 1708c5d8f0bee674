package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.GroupAccommodations;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.courses.CourseRun;
import org.collegium.enrolment.RunGroup;
import org.collegium.enrolment.RunGroups;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.Toasts;

/** Asks what the learners of a group are given in quizzes, as long as they are in it. */
final class GroupTermsDialog extends TermsDialog<RunGroup> {

    private final transient GroupAccommodations given;
    private final transient CourseRun run;
    private final transient Runnable changed;

    /** @param changed is told when something was given */
    GroupTermsDialog(
            GroupAccommodations given, RunGroups groups, CourseRun run, List<TimedQuiz> quizzes, Runnable changed) {
        super(
                "assessment.given.group",
                new ComboBox<>(),
                new AccommodationFields(null, quizzes),
                "accommodation/" + run.id() + "/to-group",
                everybody -> AccountId.next());
        this.given = given;
        this.run = run;
        this.changed = changed;
        setHeaderTitle(getTranslation("assessment.given.to-group.give"));
        whom().setLabel(getTranslation("assessment.given.to-group"));
        whom().setItemLabelGenerator(one -> getTranslation("assessment.given.group.named", one.name(), one.members()));
        whom().setItems(
                        query -> groups
                                .list(
                                        run.id(),
                                        query.getFilter().orElse(""),
                                        new PageRequest(query.getOffset(), query.getLimit()))
                                .stream());
        Paragraph rule = new Paragraph(
                new Span(getTranslation("assessment.given.to-group.rule")),
                new Span(" "),
                new Anchor(
                        "/studio/courses/" + run.course() + "/groups?run=" + run.id(),
                        new Span(getTranslation("assessment.given.to-group.groups"))));
        rule.addClassNames("c-muted", "c-small");
        add(rule);
    }

    @Override
    void keep(RunGroup to, AccommodationData terms) {
        given.give(run.id(), to.id(), terms);
        Toasts.show(getTranslation("assessment.given.done"));
        changed.run();
    }
}
