package org.collegium.integrity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what concerns honest work is kept.
 *
 * @param keepTraces after the close of the run, traces and comparisons; after the last of them where a run stays open
 * @param keepCases after the last verdict of a case
 * @param statementTime that learners have at least for a statement
 */
@ConfigurationProperties("collegium.integrity")
public record IntegritySettings(
        @DefaultValue("180d") Duration keepTraces,
        @DefaultValue("1095d") Duration keepCases,
        @DefaultValue("3d") Duration statementTime) {}
