package org.collegium.learning.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.learning.CourseOutline;
import org.collegium.learning.CourseOutline.Step;
import org.collegium.learning.OwnUnits;
import org.collegium.shared.ui.HtmlElement;
import org.collegium.shared.ui.Moments;

/** Writes the outline of a course: sections that fold, units with state, kind and minutes, nested as they are. */
final class OutlineMarkup {

    /** Gives the text of a message key. */
    @FunctionalInterface
    interface Texts {
        String get(String key, Object... arguments);
    }

    private final Seat seat;
    private final OwnUnits units;
    private final Texts texts;
    private final Instant now = Instant.now();

    OutlineMarkup(Seat seat, OwnUnits units, Texts texts) {
        this.seat = seat;
        this.units = units;
        this.texts = texts;
    }

    /** @param current key of the unit that is open; its section is unfolded */
    String write(String current) {
        List<CourseSection> sections = seat.outline().sections();
        return sections.stream()
                .map(section -> section(section, sections.size() == 1 || contains(section, current), current))
                .map(HtmlElement::toString)
                .collect(Collectors.joining());
    }

    private HtmlElement section(CourseSection section, boolean open, String current) {
        String count = closedUntil(section).map(this::opens).orElseGet(() -> count(section));
        return HtmlElement.of("details", "lrn-section")
                .with("open", open)
                .add(HtmlElement.of("summary")
                        .add(span("lrn-section-title", section.title()))
                        .add(span("lrn-section-count", count)))
                .add(list(section.units(), current));
    }

    private Optional<Instant> closedUntil(CourseSection section) {
        return seat.in().dates().closedUntil(section.key(), now);
    }

    private String opens(Instant time) {
        return texts.get("learning.outline.opens", Moments.here().day(time));
    }

    /** What stands behind the title of a section: how many of its units that count are complete. */
    private String count(CourseSection section) {
        List<CourseUnit> all = section.units().stream()
                .flatMap(CourseUnit::withNested)
                .filter(this::counts)
                .toList();
        if (all.isEmpty()) {
            return texts.get("learning.optional");
        }
        long done = all.stream().filter(unit -> state(unit) == StepState.DONE).count();
        return texts.get("learning.outline.count", done, all.size());
    }

    private HtmlElement list(List<CourseUnit> listed, String current) {
        HtmlElement list = HtmlElement.of("ol").with("role", "list");
        for (CourseUnit unit : listed) {
            HtmlElement item = HtmlElement.of("li").add(link(unit, current));
            list.add(unit.units().isEmpty() ? item : item.add(list(unit.units(), current)));
        }
        return list;
    }

    private HtmlElement link(CourseUnit unit, String current) {
        StepState state = shown(unit);
        boolean optional = !counts(unit);
        HtmlElement link = HtmlElement.of("a", "lrn-step")
                .with("href", seat.address(unit).orElse(""))
                .with("data-key", unit.key())
                .with("data-state", state.key())
                .with("data-optional", optional);
        if (unit.key().equals(current)) {
            link.with("aria-current", "page");
        }
        link.html(state.glyph().html("")).add(span("lrn-step-title", unit.title()));
        if (optional) {
            link.add(span("lrn-step-optional", texts.get("learning.optional")));
        }
        return link.add(span("lrn-step-minutes", texts.get("learning.minutes", unit.minutes())))
                .add(span("c-hidden", texts.get(state.label())));
    }

    private static HtmlElement span(String className, String text) {
        return HtmlElement.of("span", className).text(text);
    }

    private boolean counts(CourseUnit unit) {
        return seat.outline().step(unit.key()).map(Step::counts).orElse(false);
    }

    /** A unit of a section that has not opened is closed, unless it was done before. */
    private StepState shown(CourseUnit unit) {
        StepState state = state(unit);
        boolean closed = state != StepState.DONE
                && state != StepState.AWAITING
                && seat.outline()
                        .step(unit.key())
                        .map(Step::section)
                        .flatMap(this::closedUntil)
                        .isPresent();
        return closed ? StepState.CLOSED : state;
    }

    private StepState state(CourseUnit unit) {
        return seat.outline()
                .step(unit.key())
                .map(step -> StepState.of(step, seat.outline(), units))
                .orElse(StepState.TODO);
    }

    private static boolean contains(CourseSection section, String key) {
        return section.units().stream()
                .flatMap(CourseUnit::withNested)
                .anyMatch(unit -> unit.key().equals(key));
    }

    /** The states of all units by key, as the browser needs them to follow without a new outline. */
    static Map<String, String> states(CourseOutline outline, OwnUnits units) {
        return outline.steps().stream()
                .collect(Collectors.toMap(
                        Step::key, step -> StepState.of(step, outline, units).key()));
    }
}
