package org.collegium.activity;

import java.util.Optional;
import java.util.UUID;

/** Where learners meet activities, for whoever writes to them; the module that runs activities contributes the bean. */
public interface ActivityAddresses {

    /** The address of a unit of a run, without that of the platform, such as {@code /learn/…}; empty when there is no such run. */
    Optional<String> of(UUID run, String unitKey);
}
