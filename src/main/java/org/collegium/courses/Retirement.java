package org.collegium.courses;

import java.time.Instant;
import java.util.Optional;

/**
 * That a course leaves the catalogue.
 *
 * @param at when nobody can join it any more
 * @param message what learners are told, may be empty
 * @param done whether it has left
 */
public record Retirement(Instant at, String message, Optional<Successor> successor, boolean done) {

    /**
     * The course that takes its place.
     *
     * @param address of its page, such as {@code /courses/partner/key}
     */
    public record Successor(CourseId course, String title, String address) {}
}
