package org.collegium.identity;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/** Who may reach what over HTTP; what they may do is stated by services and views. */
@Configuration
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {

    /** Addresses that need neither session nor account. */
    private static final String[] PUBLIC = {
        "/",
        "/courses/**",
        "/partners/**",
        "/verify/**",
        "/covers/**",
        "/styles/**",
        "/schemas/**",
        "/assets/**",
        "/site/**",
        "/language",
        "/error"
    };

    @Bean
    SecurityFilterChain everything(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(PUBLIC)
                .permitAll()
                .requestMatchers("/actuator/health/**")
                .permitAll());
        http.with(vaadin(), configurer -> configurer.loginView("/sign-in", "/"));
        return http.build();
    }

    @Bean
    static NavigationAccessControlConfigurer navigationAccess() {
        return new NavigationAccessControlConfigurer()
                .withAnnotatedViewAccessChecker()
                .withAvailableNavigationAccessCheckers(ViewPermissionChecker.class::isInstance)
                .withDecisionResolver(new EveryCheckerAgrees())
                .withLoginView("/sign-in");
    }

    /** Argon2id with 19 MiB, two passes, one lane, as OWASP's password storage cheat sheet advises. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }
}
