package org.collegium.credentials.vcapi;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.collegium.shared.StartFailure;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets programs call the API without an account or a token against forged requests, where {@code collegium.credentials.vc-api} is on;
 * the profile {@code vc-api} sets it. Nowhere else are its classes made.
 */
@Configuration
@ConditionalOnProperty("collegium.credentials.vc-api")
class VcApiConfiguration {

    static final String PRODUCTION = "production";
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    VcApiConfiguration(Environment environment, @Value("${collegium.address}") URI address) {
        refuseInProduction(List.of(environment.getActiveProfiles()), address);
    }

    /** Whoever can reach this API has a certificate made that says anything, so it must not stand beside real ones. */
    static void refuseInProduction(List<String> profiles, URI address) {
        if (profiles.contains(PRODUCTION)) {
            throw new StartFailure(
                    "The VC API is for tests and cannot be on with the profile production."
                            + " Take collegium.credentials.vc-api and the profile vc-api away.",
                    null);
        }
        if (!THIS_MACHINE.contains(String.valueOf(address.getHost()))) {
            throw new StartFailure(
                    "The VC API is for tests on this machine and cannot be on at " + address
                            + ". Take collegium.credentials.vc-api and the profile vc-api away.",
                    null);
        }
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain vcApi(HttpSecurity http) throws Exception {
        return http.securityMatcher("/credentials/issue", "/credentials/verify", "/presentations/verify")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
