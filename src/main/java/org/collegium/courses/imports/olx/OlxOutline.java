package org.collegium.courses.imports.olx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.collegium.content.MarkdownText;
import org.collegium.courses.imports.HtmlPage;
import org.collegium.courses.imports.Keys;
import org.collegium.courses.imports.LeftOut;
import org.collegium.courses.imports.OutlineSection;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.courses.imports.QuizQuestion;
import org.collegium.courses.imports.QuizText;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlNode.Element;

/**
 * Chapters and their subsections as sections, their units as lessons and quizzes: what stands in a unit until the first
 * problem is one lesson, problems that follow each other are one quiz, and so on.
 */
final class OlxOutline {

    private static final int MOST_QUESTIONS = 200;

    /** When, to whom, in which way and for how much something is shown: set in a run here, or in a quiz. */
    private static final Set<String> SETTINGS = Set.of(
            "attempts_before_showanswer_button",
            "default_time_limit_minutes",
            "due",
            "format",
            "graded",
            "group_access",
            "handout",
            "hide_after_due",
            "hide_from_toc",
            "is_entrance_exam",
            "is_onboarding_exam",
            "is_practice_exam",
            "is_proctored_enabled",
            "is_time_limited",
            "max_attempts",
            "prereq_min_score",
            "prereq_usage_key",
            "rerandomize",
            "showanswer",
            "show_correctness",
            "start",
            "submission_wait_seconds");

    private static final Set<String> USUAL = Set.of("", "false", "null", "0", "{}", "never");

    private final OlxTree olx;
    private final FaultSink faults;
    private final Keys sectionKeys = new Keys();
    private final Keys keys = new Keys();
    private final Map<String, SourceFile> made = new TreeMap<>();
    /** Name of an element to the page on which it stands. */
    private final Map<String, String> pages = new HashMap<>();

    private final HtmlPage.Targets targets;
    private final LeftOut left = new LeftOut();
    private boolean telling;

    OlxOutline(SourceTree tree, OlxTree olx, FaultSink faults) {
        this.olx = olx;
        this.faults = faults;
        this.targets = new OlxReferences(tree, olx, pages, made);
        subsections((chapter, subsection) -> units(subsection).forEach(unit -> {
            String path = olx.path("vertical/" + unit.attribute("url_name") + ".md");
            pages.put(unit.attribute("url_name"), path);
            unit.all().forEach(inside -> pages.putIfAbsent(inside.attribute("url_name"), path));
        }));
        pages.remove("");
    }

    Collection<SourceFile> made() {
        return made.values();
    }

    private interface Visit {
        void at(Element chapter, Element subsection);
    }

    private void subsections(Visit visit) {
        for (Element chapter : children(olx.course(), "chapter", OlxOutline::quiet)) {
            children(chapter, "sequential", OlxOutline::quiet).forEach(subsection -> visit.at(chapter, subsection));
        }
    }

    private static void quiet(Element other) {}

    private List<Element> units(Element subsection) {
        return children(subsection, "vertical", OlxOutline::quiet);
    }

    /** The children of a kind that learners see, wherever they stand; others go to {@code odd}. */
    private List<Element> children(Element parent, String kind, Consumer<Element> odd) {
        List<Element> children = new ArrayList<>();
        parent.children().forEach(child -> {
            if (child.name().equals(kind)) {
                olx.resolved(child).filter(this::isShown).ifPresent(children::add);
            } else {
                odd.accept(child);
            }
        });
        return children;
    }

    /** Whether learners see an element; what only the staff does is left out. */
    private boolean isShown(Element element) {
        boolean hidden = element.attribute("visible_to_staff_only").equalsIgnoreCase("true");
        if (hidden && telling) {
            faults.note(element.place(), "olx-hidden", title(element, element.attribute("url_name")));
        } else if (telling) {
            element.attributes().forEach((name, value) -> {
                if (SETTINGS.contains(name) && !USUAL.contains(value.strip().toLowerCase(Locale.ROOT))) {
                    left.add(name);
                }
            });
        }
        return !hidden;
    }

    List<OutlineSection> sections() {
        telling = true;
        List<OutlineSection> sections = new ArrayList<>();
        for (Element chapter : children(olx.course(), "chapter", other -> left.add(other.name()))) {
            List<Element> subsections = children(chapter, "sequential", this::unknown);
            for (Element subsection : subsections) {
                String chapterTitle = title(chapter, "Chapter");
                String title =
                        subsections.size() == 1 ? chapterTitle : chapterTitle + ": " + title(subsection, "Section");
                List<OutlineUnit> units = new ArrayList<>();
                children(subsection, "vertical", this::unknown).forEach(unit -> units.addAll(unit(unit)));
                if (units.isEmpty()) {
                    faults.note(subsection.place(), "cartridge-module-empty", title);
                } else {
                    String key = sectionKeys.unique(title);
                    sections.add(new OutlineSection(key, title, subsection.place(), true, units));
                }
            }
        }
        left.tell(faults, olx.place(), "olx-beside");
        return sections;
    }

    private void unknown(Element element) {
        faults.warning(element.place(), "olx-component", element.name(), title(element, element.attribute("url_name")));
    }

    private static String title(Element element, String otherwise) {
        String title = element.attribute("display_name").replaceAll("\\s+", " ");
        return title.isEmpty() ? otherwise : title;
    }

    /** What a unit of a course becomes: runs of texts and runs of problems. */
    private List<OutlineUnit> unit(Element vertical) {
        List<OutlineUnit> units = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<QuizQuestion> questions = new ArrayList<>();
        String path = olx.path("vertical/" + vertical.attribute("url_name") + ".md");
        List<Element> components = vertical.children()
                .flatMap(child -> olx.resolved(child).stream())
                .filter(this::isShown)
                .toList();
        for (Element component : components) {
            if (component.name().equals("problem")) {
                lesson(vertical, text, units);
                questions.addAll(new OlxProblem(component, path, targets, faults).questions());
            } else {
                String part = part(component, path);
                if (!part.isBlank()) {
                    quiz(vertical, questions, units);
                    text.append(text.isEmpty() ? "" : "\n\n").append(part);
                }
            }
        }
        lesson(vertical, text, units);
        quiz(vertical, questions, units);
        return units;
    }

    private String name(Element vertical, List<OutlineUnit> units) {
        return vertical.attribute("url_name") + (units.isEmpty() ? "" : "-" + (units.size() + 1));
    }

    private void lesson(Element vertical, StringBuilder text, List<OutlineUnit> units) {
        if (text.isEmpty()) {
            return;
        }
        String title = title(vertical, "Unit");
        String path = olx.path("vertical/" + name(vertical, units) + ".md");
        SourceFile file = SourceFile.of(path, "# " + MarkdownText.tidied(MarkdownText.of(title)) + "\n\n" + text + "\n")
                .madeFrom(_ -> vertical.place());
        made.put(path, file);
        units.add(OutlineUnit.of(keys.unique(name(vertical, units)), "lesson", file, title, vertical.place()));
        text.setLength(0);
    }

    private void quiz(Element vertical, List<QuizQuestion> questions, List<OutlineUnit> units) {
        if (questions.isEmpty()) {
            return;
        }
        String title = title(vertical, "Problems");
        if (questions.size() > MOST_QUESTIONS) {
            faults.warning(vertical.place(), "quiz-size", title, questions.size(), MOST_QUESTIONS);
        } else {
            String path = olx.path("vertical/" + name(vertical, units) + ".yaml");
            SourceFile file = QuizText.file(path, vertical.place(), QuizText.Settings.titled(title), questions);
            made.put(path, file);
            units.add(OutlineUnit.of(keys.unique(name(vertical, units)), "quiz", file, title, vertical.place()));
        }
        questions.clear();
    }

    private String part(Element component, String path) {
        return switch (component.name()) {
            case "html" -> html(component, path);
            case "video" -> new OlxVideo(component, olx, faults).markdown(path);
            case "discussion" -> {
                faults.note(
                        component.place(),
                        "olx-discussion",
                        title(component, component.attribute("discussion_target")));
                yield "";
            }
            default -> {
                unknown(component);
                yield "";
            }
        };
    }

    private String html(Element component, String path) {
        String name = component.attribute("filename");
        Optional<SourceFile> file =
                name.isEmpty() ? Optional.empty() : olx.read("html/" + name.replace(':', '/') + ".html");
        if (!name.isEmpty() && file.isEmpty()) {
            faults.warning(component.place(), "olx-missing", olx.path("html/" + name + ".html"));
        }
        String html = file.flatMap(found -> found.text(faults)).orElseGet(() -> OlxHtml.inside(component));
        String tex = OlxHtml.formulas(html);
        return HtmlPage.markdown(
                tex, path, targets, _ -> file.map(SourceFile::place).orElse(component.place()), faults);
    }
}
