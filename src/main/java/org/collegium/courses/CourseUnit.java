package org.collegium.courses;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a course.
 *
 * @param key stable key, unique within the course; progress hangs on it
 * @param kind {@code lesson}, {@code notebook} or {@code quiz}
 * @param file path of its file
 * @param minutes estimated time, at least 1
 * @param sample whether everyone may read it on the course page
 * @param required whether completion of the course needs it
 * @param exercise whether the learner says "I tried it"
 * @param solutionOf key of the exercise that must be tried before this opens
 * @param questions number of questions that a quiz asks, else 0
 * @param units nested units, at most 4 deep
 */
public record CourseUnit(
        String key,
        String title,
        String kind,
        String file,
        int minutes,
        boolean sample,
        boolean required,
        boolean exercise,
        @Nullable String solutionOf,
        int questions,
        List<CourseUnit> units) {

    public CourseUnit {
        units = List.copyOf(units);
    }

    /** The same unit with another number of questions and other units in it. */
    public CourseUnit with(int otherQuestions, List<CourseUnit> others) {
        return new CourseUnit(
                key, title, kind, file, minutes, sample, required, exercise, solutionOf, otherQuestions, others);
    }

    /** The same unit with another title, and other rules. */
    public CourseUnit described(String otherTitle, boolean nowRequired, boolean nowSample) {
        return new CourseUnit(
                key, otherTitle, kind, file, minutes, nowSample, nowRequired, exercise, solutionOf, questions, units);
    }

    /** The same unit with another estimate of its time, in minutes. */
    public CourseUnit lasting(int otherMinutes) {
        return new CourseUnit(
                key, title, kind, file, otherMinutes, sample, required, exercise, solutionOf, questions, units);
    }

    /** The same unit, open without an exercise. */
    public CourseUnit withoutExercise() {
        return new CourseUnit(key, title, kind, file, minutes, sample, required, exercise, null, questions, units);
    }

    /** This unit and, behind it, all nested ones in reading order. */
    public Stream<CourseUnit> withNested() {
        return Stream.concat(Stream.of(this), units.stream().flatMap(CourseUnit::withNested));
    }
}
