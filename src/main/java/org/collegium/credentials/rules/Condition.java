package org.collegium.credentials.rules;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** One thing that a certificate asks for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = Condition.Quizzes.class, name = "quizzes"),
    @JsonSubTypes.Type(value = Condition.Grade.class, name = "grade"),
    @JsonSubTypes.Type(value = Condition.Activities.class, name = "activities"),
    @JsonSubTypes.Type(value = Condition.Identity.class, name = "identity"),
    @JsonSubTypes.Type(value = Condition.FinishedBy.class, name = "finished-by"),
    @JsonSubTypes.Type(value = Condition.Group.class, name = "group")
})
public sealed interface Condition {

    /** All required units are completed. */
    record Completed() implements Condition {}

    /** All required quizzes are passed. */
    record Quizzes() implements Condition {}

    /**
     * The mean of the required quizzes is high enough; one that was never taken counts as nothing.
     *
     * @param least 0 to 1
     */
    record Grade(double least) implements Condition {}

    /**
     * Each of these units is completed; quizzes and labs passed.
     *
     * @param units their keys
     */
    record Activities(List<String> units) implements Condition {

        public Activities {
            units = List.copyOf(units);
        }
    }

    /** A registrar has seen who the learner is. */
    record Identity() implements Condition {}

    /**
     * What is asked of the learner's work was completed in time.
     *
     * @param day the last one, in UTC
     */
    record FinishedBy(LocalDate day) implements Condition {}

    /**
     * Several together.
     *
     * @param any whether one of them is enough
     */
    record Group(boolean any, List<Condition> conditions) implements Condition {

        public Group {
            conditions = List.copyOf(conditions);
        }
    }

    /** This and all within it. */
    default Stream<Condition> all() {
        return this instanceof Group(boolean any, List<Condition> conditions)
                ? Stream.concat(Stream.of(this), conditions.stream().flatMap(Condition::all))
                : Stream.of(this);
    }
}
