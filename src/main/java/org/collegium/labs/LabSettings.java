package org.collegium.labs;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How labs run on this node.
 *
 * @param python the interpreter; empty for the system's
 * @param sandboxUser numeric id to become before the sandbox when the platform runs as root; it should own nothing
 * @param ready how many sandboxes of a kind are started before they are needed
 */
@ConfigurationProperties("collegium.labs")
public record LabSettings(
        @DefaultValue("") String python,
        @DefaultValue("64917") int sandboxUser,
        @DefaultValue("2") int ready) {}
