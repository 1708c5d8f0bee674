package org.collegium.labs.browser;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Packages for Python in the browser.
 *
 * @param wheels the folder into which an operator puts them; it need not exist
 * @param lock the lock file that says which are genuine; empty for that of the distribution that this build ships
 */
@ConfigurationProperties("collegium.labs")
public record WheelSettings(
        @DefaultValue("data/wheels") String wheels,
        @DefaultValue("") String lock) {}
