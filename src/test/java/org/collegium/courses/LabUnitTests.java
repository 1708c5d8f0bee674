package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class LabUnitTests {

    private static final String LAB = """
            format: collegium-lab/1
            title: A first lab
            notebook: lab.ipynb
            files: [numbers.csv]
            skills: [read-a-table]
            """;

    private static final String NOTEBOOK = """
            {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [
             {"cell_type": "code", "execution_count": null, "outputs": [], "source": "x = 1",
              "metadata": {"nbgrader": {"grade_id": "x", "grade": false, "solution": true, "locked": false}}},
             {"cell_type": "code", "execution_count": null, "outputs": [], "source": "assert x == 1",
              "metadata": {"nbgrader":
               {"grade_id": "t", "grade": true, "solution": false, "locked": true, "points": 2}}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aLabIsAUnitThatCarriesItsNotebookAndItsData() {
        course();

        ImportOutcome outcome = ImportFixtures.read(folder);

        assertThat(outcome).isInstanceOfSatisfying(ImportOutcome.Accepted.class, accepted -> {
            assertThat(accepted.manifest().units())
                    .filteredOn(unit -> unit.kind().equals("lab"))
                    .extracting(CourseUnit::title, CourseUnit::file)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("A first lab", "labs/one/lab.yaml"));
            assertThat(accepted.files())
                    .containsKeys("labs/one/lab.yaml", "labs/one/lab.ipynb", "labs/one/numbers.csv");
        });
        assertThat(ImportFixtures.faults(outcome)).contains("labs/one/lab.yaml:5:10 skill-unknown");
    }

    @Test
    void whatIsWrongInANotebookIsSaidWithItsPlace() {
        course().replace("labs/one/lab.ipynb", ", \"points\": 2", "").delete("labs/one/numbers.csv");

        ImportOutcome outcome = ImportFixtures.read(folder);

        assertThat(outcome).isInstanceOf(ImportOutcome.Refused.class);
        assertThat(ImportFixtures.faults(outcome))
                .contains("labs/one/lab.ipynb:6:4 lab-cell-points", "labs/one/lab.yaml:4:9 lab-file-missing");
    }

    private SmallCourses course() {
        return SmallCourses.small(folder)
                .replace("course.yaml", "quiz: quizzes/check.yaml", "lab: labs/one/lab.yaml")
                .write("labs/one/lab.yaml", LAB)
                .write("labs/one/lab.ipynb", NOTEBOOK)
                .write("labs/one/numbers.csv", "a,b");
    }
}
