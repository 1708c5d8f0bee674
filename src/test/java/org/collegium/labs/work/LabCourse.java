package org.collegium.labs.work;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.ImportCounts;
import org.collegium.courses.ImportOutcome;
import org.collegium.courses.ImportReport;
import org.collegium.courses.PlacedActivities;
import org.collegium.identity.AccountId;
import org.collegium.source.SourceFile;
import org.springframework.context.ApplicationContext;

/** A published course with one small lab. */
public final class LabCourse {

    public static final String UNIT = "lab-squares";

    private static final String LAB = """
        format: collegium-lab/1
        title: Squares
        notebook: squares.ipynb
        passMark: 0.5
        attemptsPerDay: 3
        hints:
          - cell: squares
            texts: [Think of range., And of **2.]
        """;

    public static final String NOTEBOOK = """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
         "cells": [
          {"cell_type": "markdown", "id": "a1", "metadata": {}, "source": ["# Squares\\n", "Give the first n squares."]},
          {"cell_type": "code", "id": "a2", "execution_count": null, "outputs": [],
           "metadata": {"nbgrader": {"grade": false, "grade_id": "squares", "locked": false, "schema_version": 3, "solution": true, "task": false}},
           "source": ["def squares(n):\\n", "    ### BEGIN SOLUTION\\n", "    return [i**2 for i in range(1, n+1)]\\n", "    ### END SOLUTION"]},
          {"cell_type": "code", "id": "a3", "execution_count": null, "outputs": [],
           "metadata": {"nbgrader": {"grade": true, "grade_id": "test-squares", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}},
           "source": ["assert squares(2) == [1, 4]\\n", "### BEGIN HIDDEN TESTS\\n", "assert squares(5) == [1, 4, 9, 16, 25]\\n", "### END HIDDEN TESTS"]}
         ]}
        """;

    /** The notebook with a question for a person, worth 3 points. */
    public static final String WITH_QUESTION = NOTEBOOK.replace("{\"cell_type\": \"code\", \"id\": \"a3\"", """
        {"cell_type": "markdown", "id": "q1", "metadata": {}, "source": ["Why are the differences odd?"]},
          {"cell_type": "markdown", "id": "q2",
           "metadata": {"nbgrader": {"grade": true, "grade_id": "why", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}},
           "source": ["YOUR ANSWER HERE"]},
          {"cell_type": "code", "id": "a3\"\
        """);

    private LabCourse() {}

    public static CourseVersion published(ApplicationContext beans) {
        return published(beans, "");
    }

    /** @param more lines of its {@code lab.yaml}, such as the packages that it asks for */
    public static CourseVersion published(ApplicationContext beans, String more) {
        return CoursesFixtures.publish(
                beans, CoursesFixtures.draft(beans, CoursesFixtures.partner(beans), accepted(NOTEBOOK, more)));
    }

    /** Where a learner meets the lab. */
    public static ActivityPlace place(ApplicationContext beans, AccountId learner, CourseVersion version) {
        CourseRunId run = beans.getBean(CourseRuns.class)
                .openRuns(version.course())
                .getFirst()
                .id();
        CourseUnit unit = version.manifest().unit(UNIT).orElseThrow();
        return beans.getBean(PlacedActivities.class)
                .inRun(learner, run, version, unit)
                .orElseThrow();
    }

    /** As an import brings it, with another notebook. */
    public static ImportOutcome.Accepted accepted(String notebook) {
        return accepted(notebook, "");
    }

    /** As above, with further lines of the lab's file. */
    public static ImportOutcome.Accepted accepted(String notebook, String further) {
        SortedMap<String, SourceFile> files = new TreeMap<>(Map.of(
                "labs/squares/lab.yaml", SourceFile.of("labs/squares/lab.yaml", LAB + further),
                "labs/squares/squares.ipynb", SourceFile.of("labs/squares/squares.ipynb", notebook)));
        CourseUnit unit = new CourseUnit(
                UNIT, "Squares", "lab", "labs/squares/lab.yaml", 20, false, true, false, null, 0, List.of());
        CourseManifest manifest = new CourseManifest(
                CoursesFixtures.metadata("lab-course"),
                List.of(new CourseSection("start", "Start", null, List.of(unit))),
                files.values().stream()
                        .map(file ->
                                new CourseFile(file.path(), file.sha256(), file.size(), "application/octet-stream"))
                        .collect(Collectors.toMap(CourseFile::path, file -> file)));
        return new ImportOutcome.Accepted(manifest, files, new ImportReport(List.of(), ImportCounts.NONE));
    }
}
