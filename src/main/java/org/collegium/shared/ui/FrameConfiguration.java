package org.collegium.shared.ui;

import com.vaadin.flow.component.Direction;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives server-rendered pages and Vaadin views the same language, scheme, fonts and script. */
@Configuration
class FrameConfiguration implements WebMvcConfigurer {

    /** Vaadin's own bar is blue until our styles are there; it is not seen until then. */
    private static final String LOADING_BAR = "--lumo-primary-color: var(--c-pine, transparent)";

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** Everything below /site/ is addressed with its version, so browsers may keep it. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/site/**")
                .addResourceLocations("classpath:/META-INF/resources/site/")
                .setCacheControl(FOR_EVER);
    }

    @Bean
    LocaleResolver localeResolver(Preferences preferences) {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return preferences.language(request);
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("The language is chosen at /language");
            }
        };
    }

    @Bean
    VaadinServiceInitListener frameOfViews(Preferences preferences, SiteFiles files, ConnectionTexts texts) {
        return event -> {
            event.addIndexHtmlRequestListener(response -> prepare(response, preferences, files));
            event.getSource().setSystemMessagesProvider(info -> texts.of(info.getLocale()));
            event.getSource()
                    .addSessionInitListener(session -> session.getSession().setErrorHandler(new FailureInView()));
            event.getSource().addUIInitListener(ui -> {
                if (VaadinRequest.getCurrent() instanceof VaadinServletRequest request) {
                    Locale language = preferences.language(request.getHttpServletRequest());
                    ui.getUI().setLocale(language);
                    ui.getUI()
                            .setDirection(
                                    Preferences.rightToLeft(language)
                                            ? Direction.RIGHT_TO_LEFT
                                            : Direction.LEFT_TO_RIGHT);
                    texts.describe(ui.getUI());
                }
            });
        };
    }

    private static void prepare(IndexHtmlResponse response, Preferences preferences, SiteFiles files) {
        Document page = response.getDocument();
        Element html = page.getElementsByTag("html").first();
        if (html == null || !(response.getVaadinRequest() instanceof VaadinServletRequest request)) {
            return;
        }
        HttpServletRequest http = request.getHttpServletRequest();
        preferences.scheme(http).ifPresent(scheme -> html.attr("data-scheme", scheme));
        Locale language = preferences.language(http);
        html.attr("lang", language.toLanguageTag());
        html.attr("style", LOADING_BAR);
        Element head = page.head();
        head.appendElement("link")
                .attr("rel", "icon")
                .attr("href", "/site/favicon.svg")
                .attr("type", "image/svg+xml");
        preload(head, "/site/fonts/1/inter-latin-wght-normal.woff2");
        preload(head, "/site/fonts/1/source-serif-4-latin-opsz-normal.woff2");
        head.appendElement("script").attr("type", "module").attr("src", files.script());
    }

    private static void preload(Element head, String font) {
        head.appendElement("link")
                .attr("rel", "preload")
                .attr("as", "font")
                .attr("type", "font/woff2")
                .attr("crossorigin", "")
                .attr("href", font);
    }
}
