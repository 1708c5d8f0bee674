package org.collegium.identity.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import java.util.List;
import org.collegium.identity.PublicAddresses;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may reach what over HTTP; what they may do is stated by services and views. */
@Configuration
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {

    /** Addresses that need neither session nor account; modules add theirs as {@link PublicAddresses}. */
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

    private final boolean https;

    SecurityConfiguration(@Value("${collegium.address}") String address) {
        this.https = address.startsWith("https:");
    }

    @Bean
    SecurityFilterChain everything(
            HttpSecurity http,
            List<PublicAddresses> addresses,
            SecurityContextRepository contexts,
            CsrfTokenRepository csrfTokens,
            SessionCheck check,
            Addresses answered)
            throws Exception {
        http.authorizeHttpRequests(requests -> {
            requests.requestMatchers(PUBLIC).permitAll();
            requests.requestMatchers("/actuator/health/**").permitAll();
            addresses.forEach(more -> requests.requestMatchers(more.patterns().toArray(String[]::new))
                    .permitAll());
        });
        http.securityContext(context -> context.securityContextRepository(contexts));
        http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens));
        http.requestCache(RequestCacheConfigurer::disable);
        http.exceptionHandling(refused -> refused.authenticationEntryPoint(new ToSignIn(answered::exists))
                .accessDeniedHandler(new RefusedForms()));
        http.headers(SecurityConfiguration::headers);
        http.addFilterBefore(check, AnonymousAuthenticationFilter.class);
        http.addFilterAfter(new NothingThere(answered::exists), AuthorizationFilter.class);
        http.with(
                vaadin(),
                views -> views.anyRequest(AuthorizedUrl::authenticated)
                        .enableRequestCacheConfiguration(false)
                        .logoutSuccessHandler(toCatalogue()));
        return http.build();
    }

    @Bean
    static SessionCheck sessionCheck(SessionStates states, SignedInPeople people, Sessions sessions) {
        return new SessionCheck(states, people, sessions);
    }

    /** The security chain runs the check; without this the container would too, before it knows who is signed in. */
    @Bean
    static FilterRegistrationBean<SessionCheck> sessionCheckOnlyInChain(SessionCheck check) {
        FilterRegistrationBean<SessionCheck> registration = new FilterRegistrationBean<>(check);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    static NavigationAccessControlConfigurer navigationAccess() {
        return new NavigationAccessControlConfigurer()
                .withAnnotatedViewAccessChecker()
                .withAvailableNavigationAccessCheckers(ViewPermissionChecker.class::isInstance)
                .withDecisionResolver(new EveryCheckerAgrees())
                .withLoginView("/sign-in");
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    /** A cookie rather than the session, so that showing a form begins none and a form outlives one. */
    @Bean
    CsrfTokenRepository csrfTokenRepository() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(https ? "__Host-csrf" : "csrf");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").secure(https));
        return tokens;
    }

    @Bean
    ServletContextInitializer sessionCookie() {
        return context -> {
            context.getSessionCookieConfig().setName(https ? "__Host-session" : "session");
            context.getSessionCookieConfig().setPath("/");
            context.getSessionCookieConfig().setSecure(https);
            context.getSessionCookieConfig().setHttpOnly(true);
        };
    }

    /** Argon2id with 19 MiB, two passes, one lane, as OWASP's password storage cheat sheet advises. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.OF_PAGES));
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(policy ->
                policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"));
        headers.crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
        headers.httpStrictTransportSecurity(
                transport -> transport.includeSubDomains(false).maxAgeInSeconds(31_536_000));
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    private static LogoutSuccessHandler toCatalogue() {
        SimpleUrlLogoutSuccessHandler handler = new SimpleUrlLogoutSuccessHandler();
        handler.setRedirectStrategy(new UidlRedirectStrategy());
        handler.setDefaultTargetUrl("/");
        return handler;
    }
}
