package org.collegium.assessment.files;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What files of answers may take up.
 *
 * @param attemptMegabytes of one attempt together, from 1 on
 */
@ConfigurationProperties("collegium.answer-files")
record AnswerFileSettings(@DefaultValue("200") int attemptMegabytes) {

    AnswerFileSettings {
        if (attemptMegabytes < 1) {
            throw new IllegalArgumentException("collegium.answer-files.attempt-megabytes is at least 1");
        }
    }

    long attemptBytes() {
        return attemptMegabytes * 1024L * 1024;
    }
}
