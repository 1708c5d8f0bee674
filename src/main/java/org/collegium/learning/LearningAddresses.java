package org.collegium.learning;

import org.collegium.identity.PublicAddresses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of learning is reached without an account: the files of courses, of which {@link ServedFiles} decides. */
@Configuration
class LearningAddresses {

    @Bean
    PublicAddresses addressesOfCourseFiles() {
        return PublicAddresses.of("/content/**");
    }
}
