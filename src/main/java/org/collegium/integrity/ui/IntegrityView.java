package org.collegium.integrity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.identity.ViewPermission;
import org.collegium.integrity.IntegrityNavigation;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.integrity.cases.Cases;
import org.collegium.integrity.similarity.Comparisons;
import org.collegium.integrity.trace.Traces;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;

/** Texts that are alike, traces of attempts and cases of a run. */
@Route(value = "studio/courses/:course/integrity", layout = MainLayout.class)
@PermitAll
@ViewPermission(IntegrityPermissions.LOOK)
class IntegrityView extends StudioIntegrityView {

    private final transient Comparisons comparisons;
    private final transient Traces traces;
    private final transient Cases cases;

    IntegrityView(StudioCourses courses, Comparisons comparisons, Traces traces, Cases cases) {
        super(courses);
        this.comparisons = comparisons;
        this.traces = traces;
        this.cases = cases;
    }

    private enum Part {
        SIMILAR,
        TRACES,
        CASES;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is looked at, as the address says it. */
    record Looked(CourseReference course, CourseRun run, Map<String, String> query) {

        String value(String name) {
            return query.getOrDefault(name, "");
        }

        int page() {
            return PageLinks.asked(QueryParameters.simple(query));
        }

        /** The same place with something else in its address; an empty value leaves it out. */
        String with(Map<String, String> other) {
            Map<String, String> all = new TreeMap<>(query);
            all.put("run", run.id().toString());
            all.putAll(other);
            all.values().removeIf(String::isEmpty);
            return IntegrityNavigation.course(course.id().value())
                    + "?"
                    + QueryParameters.simple(all).getQueryString();
        }
    }

    @Override
    void show(CourseReference course, BeforeEnterEvent event) {
        name(getTranslation("integrity.title"));
        content()
                .add(new PageHeader(getTranslation("integrity.title"), getTranslation("integrity.lead"))
                        .above(crumbs(course)));
        List<CourseRun> runs = courses().runs(course.id());
        if (runs.isEmpty()) {
            content()
                    .add(new EmptyState(
                            Illustration.SIGNPOST,
                            getTranslation("integrity.no-runs.title"),
                            getTranslation("integrity.no-runs.text")));
            return;
        }
        Map<String, String> query = new TreeMap<>();
        event.getLocation()
                .getQueryParameters()
                .getParameters()
                .forEach((name, values) -> values.stream().findFirst().ifPresent(value -> query.put(name, value)));
        CourseRun run = runs.stream()
                .filter(one -> one.id().toString().equals(query.get("run")))
                .findFirst()
                .orElse(runs.getFirst());
        Looked looked = new Looked(course, run, query);
        Part part = Arrays.stream(Part.values())
                .filter(one -> one.word().equals(looked.value("part")))
                .findFirst()
                .orElse(Part.SIMILAR);
        choice(runs, looked).ifPresent(content()::add);
        content().add(parts(looked, part));
        content()
                .add(
                        switch (part) {
                            case SIMILAR -> new SimilarTexts(comparisons, looked);
                            case TRACES -> new TraceList(traces, SimilarTexts.titles(comparisons, looked), looked);
                            case CASES -> new CaseList(cases, looked);
                        });
    }

    private Optional<Component> choice(List<CourseRun> runs, Looked looked) {
        if (runs.size() == 1) {
            return Optional.empty();
        }
        Select<CourseRun> choice = new Select<>();
        choice.setLabel(getTranslation("integrity.run"));
        choice.setItems(runs);
        choice.setItemLabelGenerator(CourseRun::title);
        choice.setValue(looked.run());
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String part = looked.value("part");
                UI.getCurrent()
                        .navigate(
                                IntegrityNavigation.course(looked.course().id().value())
                                        .substring(1),
                                QueryParameters.simple(
                                        part.isEmpty()
                                                ? Map.of(
                                                        "run",
                                                        change.getValue().id().toString())
                                                : Map.of(
                                                        "run",
                                                        change.getValue().id().toString(),
                                                        "part",
                                                        part)));
            }
        });
        Div filters = new Div(choice);
        filters.addClassName("c-filters");
        return Optional.of(filters);
    }

    private Nav parts(Looked looked, Part shown) {
        Nav nav = new Nav();
        nav.addClassName("c-chips");
        nav.setAriaLabel(getTranslation("integrity.parts"));
        for (Part part : Part.values()) {
            Anchor link = new Anchor(
                    looked.with(Map.of("part", part.word(), "page", "", "unit", "", "q", "", "all", "")),
                    new Span(getTranslation("integrity.part." + part.word())));
            link.addClassName("c-chip");
            link.setClassName("c-chip-on", part == shown);
            if (part == shown) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
    }
}
