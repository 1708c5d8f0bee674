package org.collegium.courses.imports.repository;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.collegium.courses.imports.OutlineSection;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.courses.imports.repository.JsonQuizzes.JsonQuiz;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;

/**
 * Puts each quiz beside its lesson: the page that links to its number, else the one whose heading is its title. Quizzes to
 * be taken before a lesson come before it and are not required.
 */
final class QuizPlaces {

    private final JsonQuizzes quizzes;
    private final Pages pages;
    private final FaultSink faults;
    private final Map<String, List<OutlineUnit>> before = new HashMap<>();
    private final Map<String, List<OutlineUnit>> after = new HashMap<>();
    private final List<OutlineUnit> left = new ArrayList<>();

    QuizPlaces(JsonQuizzes quizzes, Pages pages, FaultSink faults) {
        this.quizzes = quizzes;
        this.pages = pages;
        this.faults = faults;
    }

    List<OutlineSection> placed(List<OutlineSection> sections) {
        Map<String, String> lessons = lessons(sections);
        new TreeMap<>(quizzes.all()).forEach((number, quiz) -> place(number, quiz, lessons));
        List<OutlineSection> placed = new ArrayList<>();
        for (OutlineSection section : sections) {
            placed.add(new OutlineSection(
                    section.key(), section.title(), section.at(), section.required(), around(section.units())));
        }
        if (!left.isEmpty()) {
            Place at = left.getFirst().at();
            placed.add(new OutlineSection("quizzes-without-a-lesson", "Quizzes", at, false, left));
        }
        return placed;
    }

    /** The headings of all lessons, in small letters, with the keys of their units. */
    private Map<String, String> lessons(List<OutlineSection> sections) {
        Map<String, String> lessons = new HashMap<>();
        sections.stream()
                .flatMap(section -> section.units().stream().flatMap(OutlineUnit::withBelow))
                .filter(unit -> unit.kind().equals("lesson"))
                .forEach(unit -> lessons.putIfAbsent(pages.heading(unit.key()).toLowerCase(Locale.ROOT), unit.key()));
        lessons.remove("");
        return lessons;
    }

    private void place(int number, JsonQuiz quiz, Map<String, String> lessons) {
        Place at = quiz.file().place();
        OutlineUnit unit = OutlineUnit.of(
                pages.key(quiz.group() + " " + (number < 0 ? "x" + -number : number)), "quiz", quiz.file(), "", at);
        Optional<String> lesson = Optional.ofNullable(pages.named().get(number))
                .or(() -> Optional.ofNullable(lessons.get(quiz.subject().toLowerCase(Locale.ROOT))));
        if (lesson.isEmpty()) {
            faults.warning(at, "repository-quiz-alone", quiz.title());
            left.add(unit.optional());
        } else if (quiz.before()) {
            before.computeIfAbsent(lesson.get(), key -> new ArrayList<>()).add(unit.optional());
        } else {
            after.computeIfAbsent(lesson.get(), key -> new ArrayList<>()).add(unit);
        }
    }

    private List<OutlineUnit> around(List<OutlineUnit> units) {
        return units.stream()
                .flatMap(unit -> Stream.of(
                                before.getOrDefault(unit.key(), List.of()).stream(),
                                Stream.of(unit.with(around(unit.below()))),
                                after.getOrDefault(unit.key(), List.of()).stream())
                        .flatMap(part -> part))
                .toList();
    }
}
