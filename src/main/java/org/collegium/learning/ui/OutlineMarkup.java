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
import org.collegium.shared.ui.Moments;
import org.jsoup.nodes.Element;

/** Writes the outline of a course: sections that fold, units with state, kind and minutes, nested as they are. */
final class OutlineMarkup {

    /** Gives the text of a message key. */
    @FunctionalInterface
    interface Texts {
        String get(String key, Object... arguments);
    }

    private final Seat seat;
    private final OwnUnits units;
    private final Markup markup;
    private final Texts texts;
    private final Instant now = Instant.now();

    OutlineMarkup(Seat seat, OwnUnits units, Markup markup, Texts texts) {
        this.seat = seat;
        this.units = units;
        this.markup = markup;
        this.texts = texts;
    }

    /** @param current key of the unit that is open; its section is unfolded */
    String write(String current) {
        Element root = Markup.root("div");
        List<CourseSection> sections = seat.outline().sections();
        for (CourseSection section : sections) {
            Element details = root.appendElement("details").addClass("lrn-section");
            if (sections.size() == 1 || contains(section, current)) {
                details.attr("open", true);
            }
            Element summary = details.appendElement("summary");
            Markup.span(summary, "lrn-section-title", section.title());
            Markup.span(
                    summary,
                    "lrn-section-count",
                    closedUntil(section).map(this::opens).orElseGet(() -> count(section)));
            list(details, section.units(), current);
        }
        return root.html();
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

    private void list(Element parent, List<CourseUnit> listed, String current) {
        Element list = parent.appendElement("ol").attr("role", "list");
        for (CourseUnit unit : listed) {
            Element item = list.appendElement("li");
            link(item, unit, current);
            if (!unit.units().isEmpty()) {
                list(item, unit.units(), current);
            }
        }
    }

    private void link(Element item, CourseUnit unit, String current) {
        StepState state = shown(unit);
        Element link = item.appendElement("a")
                .addClass("lrn-step")
                .attr("href", seat.address(unit).orElse(""))
                .attr("data-key", unit.key())
                .attr("data-state", state.key());
        if (unit.key().equals(current)) {
            link.attr("aria-current", "page");
        }
        markup.icon(link, state.glyph());
        Markup.span(link, "lrn-step-title", unit.title());
        if (!counts(unit)) {
            link.attr("data-optional", true);
            Markup.span(link, "lrn-step-optional", texts.get("learning.optional"));
        }
        Markup.span(link, "lrn-step-minutes", texts.get("learning.minutes", unit.minutes()));
        Markup.span(link, "c-hidden", texts.get(state.label()));
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
