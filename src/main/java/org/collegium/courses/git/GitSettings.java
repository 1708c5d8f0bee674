package org.collegium.courses.git;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the platform asks of Git servers.
 *
 * @param allowed hosts inside the operator's own network that may be asked although their addresses are private, as
 *     {@code git.example.edu}, {@code git.example.edu:8443} or {@code git.example.edu:*}; one that begins with
 *     {@code http://} is asked without TLS
 * @param transfer most that is received or sent at once
 * @param time longest that one exchange may take
 * @param silence longest that a server may say nothing
 */
@ConfigurationProperties("collegium.courses.git")
record GitSettings(
        @DefaultValue List<String> allowed,
        @DefaultValue("1GB") DataSize transfer,
        @DefaultValue("10m") Duration time,
        @DefaultValue("30s") Duration silence) {

    GitSettings {
        allowed = List.copyOf(allowed);
    }
}
