package org.collegium.credentials.signed;

import org.collegium.credentials.proof.DataIntegrity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what signs and verifies, with its vocabularies read once. */
@Configuration
class ProofsConfiguration {

    @Bean
    DataIntegrity dataIntegrity() {
        return new DataIntegrity();
    }
}
