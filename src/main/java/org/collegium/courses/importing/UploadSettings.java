package org.collegium.courses.importing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What courses that are uploaded may take up until they are imported.
 *
 * @param account of one account together
 * @param partner for one partner together
 * @param reserve what stays free on the disk
 * @param kept how long a file stays with which nobody goes on
 */
@ConfigurationProperties("collegium.courses.uploads")
record UploadSettings(
        @DefaultValue("2GB") DataSize account,
        @DefaultValue("10GB") DataSize partner,
        @DefaultValue("1GB") DataSize reserve,
        @DefaultValue("1d") Duration kept) {}
