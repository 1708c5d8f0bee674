package org.collegium.credentials.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.collegium.credentials.programmes.MyProgrammes.Progress;
import org.collegium.credentials.programmes.MyProgrammes.Standing;
import org.collegium.credentials.programmes.MyProgrammes.Step;
import org.collegium.credentials.programmes.ProgrammeData;
import org.collegium.shared.ui.StatusBadge;

/** How far a learner is in programmes, and what is left to do. */
class ProgrammesPanel extends Section {

    ProgrammesPanel(List<Progress> programmes) {
        addClassName("rule-panel");
        setVisible(!programmes.isEmpty());
        add(new H2(getTranslation("credentials.programmes.title")));
        programmes.forEach(programme -> add(card(programme)));
    }

    private Article card(Progress progress) {
        Anchor page = new Anchor(
                "/programmes/" + progress.programme().slug(),
                progress.programme().published().map(ProgrammeData::title).orElse(""));
        page.setRouterIgnore(true);
        Article card = new Article(
                new H3(page),
                new Paragraph(getTranslation("credentials.programme.done", progress.done(), progress.needed())));
        card.addClassNames("c-surface", "rule-part");
        if (!progress.required().isEmpty()) {
            card.add(
                    new Paragraph(getTranslation(
                            "credentials.programme.required",
                            progress.required().size())),
                    steps(progress.required()));
        }
        progress.choices()
                .forEach(choice -> card.add(
                        new Paragraph(getTranslation(
                                "credentials.programme.choose",
                                choice.least(),
                                choice.of().size())),
                        steps(choice.of())));
        return card;
    }

    private UnorderedList steps(List<Step> steps) {
        UnorderedList list = new UnorderedList();
        list.addClassName("rule-courses");
        steps.forEach(step -> {
            Anchor course = new Anchor(step.part().address(), step.part().title());
            course.setRouterIgnore(true);
            list.add(new ListItem(
                    course,
                    new StatusBadge(
                            badge(step.standing()), getTranslation("credentials.programme.step." + step.standing()))));
        });
        return list;
    }

    private static StatusBadge.Status badge(Standing standing) {
        return switch (standing) {
            case HELD -> StatusBadge.Status.ACHIEVED;
            case WITHDRAWN -> StatusBadge.Status.BAD;
            case LEARNING -> StatusBadge.Status.WAITING;
            case OPEN -> StatusBadge.Status.NEUTRAL;
        };
    }
}
