package org.collegium.demonstration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who the people of the demonstration are and what they did; the fields are explained in {@code demo/people.yaml}. */
record Story(List<Run> runs, List<Person> staff, List<Person> learners) {

    record Run(
            String key,
            String course,
            String title,
            int opens,
            String by,
            @Nullable String notes,
            List<String> instructors) {}

    record Person(
            String email,
            String name,
            String language,
            @Nullable String shown,
            @Nullable List<HeldRole> roles,
            @Nullable List<Enrolment> enrolments) {

        List<HeldRole> heldRoles() {
            return roles == null ? List.of() : roles;
        }

        List<Enrolment> joinedRuns() {
            return enrolments == null ? List.of() : enrolments;
        }
    }

    record HeldRole(String role, @Nullable String partner) {}

    record Enrolment(
            String run,
            int joined,
            @Nullable Integer lastSeen,
            @Nullable String through,
            @Nullable List<String> also,
            @Nullable Map<String, List<Attempt>> quizzes,
            @Nullable Certificate certificate,
            @Nullable Integer withdrew) {

        Map<String, List<Attempt>> attempts() {
            return quizzes == null ? Map.of() : quizzes;
        }

        List<String> readBesides() {
            return also == null ? List.of() : also;
        }
    }

    /** @param score null while persons still mark it; texts by key of the question, where it is answered at length */
    record Attempt(
            int day,
            @Nullable Double score,
            List<String> wrong,
            @Nullable Map<String, String> texts) {

        Map<String, String> written() {
            return texts == null ? Map.of() : texts;
        }
    }

    record Certificate(
            String state,
            @Nullable Integer day,
            @Nullable Integer revokedDay,
            @Nullable String reason,
            @Nullable String sharedWith) {}
}
