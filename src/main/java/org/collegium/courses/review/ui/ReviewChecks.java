package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.activity.Readiness;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.DraftCheck;
import org.collegium.courses.checks.Finding.Severity;
import org.collegium.courses.review.CourseReview;
import org.collegium.courses.review.Reviews;
import org.collegium.courses.ui.CheckLine;
import org.collegium.courses.ui.FaultTexts;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** What the checks found in what was submitted, as reviewers see it: without ways to where it is mended. */
@org.springframework.stereotype.Component
class ReviewChecks {

    /** The most that are shown; the worst come first. */
    private static final int SHOWN = 200;

    private final Reviews reviews;
    private final Messages messages;
    private final FaultTexts faults;

    ReviewChecks(Reviews reviews, Messages messages, FaultTexts faults) {
        this.reviews = reviews;
        this.messages = messages;
        this.faults = faults;
    }

    Component of(CourseReview review, int round, CourseManifest manifest) {
        UI ui = UI.getCurrent();
        CheckLine.Writing writing =
                new CheckLine.Writing(review.course(), manifest, Set.of(), messages, faults, ui.getLocale());
        List<DraftCheck> checks = reviews.checks(review.id(), round);
        List<CheckLine> lines = checks.stream()
                .flatMap(check -> writing.of(check).stream())
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
        Div all = new Div();
        all.addClassName("c-report");
        Paragraph count = new Paragraph(ui.getTranslation("courses.review.checks", lines.size()));
        count.addClassNames("c-muted", "c-small");
        all.add(count);
        outcomes(checks, ui).ifPresent(all::add);
        Map<String, List<CheckLine>> byUnit = lines.stream()
                .limit(SHOWN)
                .collect(Collectors.groupingBy(
                        line -> line.unit().map(CourseUnit::title).orElse(""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byUnit.forEach((unit, found) -> {
            UnorderedList list = new UnorderedList();
            found.forEach(line -> list.add(new ListItem(line(line, ui))));
            Section group =
                    new Section(new H2(unit.isEmpty() ? ui.getTranslation("courses.checks.whole") : unit), list);
            group.addClassNames("c-report-file", "c-checks-unit");
            all.add(group);
        });
        return all;
    }

    /** What became of the labs that were tried as they were submitted; empty where there are none. */
    private static Optional<Component> outcomes(List<DraftCheck> checks, UI ui) {
        UnorderedList list = new UnorderedList();
        for (DraftCheck check : checks) {
            if (check instanceof DraftCheck.Tried(var unit, Readiness.Ready(var _, var outcome), var _)
                    && !outcome.isEmpty()) {
                String words = outcome.stream()
                        .map(sentence -> ui.getTranslation(
                                sentence.key(), sentence.arguments().toArray()))
                        .collect(Collectors.joining(" "));
                list.add(new ListItem(new Span(unit.title() + ": "), new Span(words)));
            }
        }
        if (list.getComponentCount() == 0) {
            return Optional.empty();
        }
        Section section = new Section(new H2(ui.getTranslation("courses.review.tried")), list);
        section.addClassNames("c-report-file", "c-checks-unit");
        return Optional.of(section);
    }

    private static Component line(CheckLine check, UI ui) {
        Div text = new Div(new Paragraph(check.reason()));
        if (!check.remedy().isEmpty()) {
            Paragraph remedy = new Paragraph(check.remedy());
            remedy.addClassNames("c-muted", "c-small");
            text.add(remedy);
        }
        if (check.line() > 0) {
            Paragraph at = new Paragraph(ui.getTranslation("courses.checks.line", check.line()));
            at.addClassNames("c-muted", "c-small");
            text.add(at);
        }
        Div line = new Div(
                new StatusBadge(
                        status(check.severity()), ui.getTranslation("courses.checks.severity.one." + check.severity())),
                text);
        line.addClassName("c-report-fault");
        return line;
    }

    private static Status status(Severity severity) {
        return switch (severity) {
            case BLOCKS -> Status.BAD;
            case MEND -> Status.WAITING;
            case NOTE -> Status.NEUTRAL;
        };
    }
}
