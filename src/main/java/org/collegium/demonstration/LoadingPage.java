package org.collegium.demonstration;

import jakarta.servlet.http.HttpServletResponse;
import org.collegium.identity.PublicAddresses;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a newcomer sees who comes before the demonstration is loaded; the page goes on by itself. */
@Controller
@ConditionalOnBooleanProperty("collegium.demonstration")
class LoadingPage {

    static final String PATH = "/demonstration/loading";

    private static final String SOON = "2";

    private final LoadProgress progress;

    LoadingPage(LoadProgress progress) {
        this.progress = progress;
    }

    @GetMapping(PATH)
    String show(Model model, HttpServletResponse response) {
        LoadProgress.State state = progress.state();
        if (state.ready()) {
            return "redirect:/";
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("state", state);
        return "demonstration/loading";
    }

    /** The page stands before all others, and anybody reaches it. */
    @Configuration
    @ConditionalOnBooleanProperty("collegium.demonstration")
    static class Place {

        @Bean
        FilterRegistrationBean<WhileLoading> whileLoading(LoadProgress progress) {
            FilterRegistrationBean<WhileLoading> registration =
                    new FilterRegistrationBean<>(new WhileLoading(progress));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
            return registration;
        }

        @Bean
        PublicAddresses loadingAddress() {
            return PublicAddresses.of(PATH);
        }
    }
}
