package org.collegium.activity;

import java.util.UUID;

/**
 * Where those who teach read what learners handed in; a module that grades a kind of activity may contribute a bean.
 *
 * @param kind of activity, as the course format names it
 * @param permission which one needs for the partner of the run
 */
public record HandedInPages(String kind, String permission, Address address) {

    /** Makes addresses, without that of the platform. */
    @FunctionalInterface
    public interface Address {

        /**
         * Of what one learner handed in at a unit.
         *
         * @param learner the address of the learner
         */
        String of(UUID course, UUID run, String unitKey, String learner);
    }
}
