package org.collegium.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.collegium.demonstration.LoadProgress.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ConcurrentModel;

@Tag("unit")
class WhileLoadingTests {

    private final LoadProgress progress = LoadProgress.beforeLoading();

    @Test
    void everyPageWaitsUntilAllIsLoaded() throws Exception {
        assertThat(forwardedTo("GET", "/", "text/html,*/*")).isEqualTo(LoadingPage.PATH);
        progress.begin(Part.DEEDS, 2);
        progress.oneMore();
        assertThat(forwardedTo("GET", "/sign-in", "text/html")).isEqualTo(LoadingPage.PATH);

        progress.end();

        assertThat(forwardedTo("GET", "/", "text/html")).isNull();
    }

    @Test
    void whatIsNoPageGoesThrough() throws Exception {
        assertThat(forwardedTo("GET", "/site/site.css", "text/css,*/*")).isNull();
        assertThat(forwardedTo("GET", "/actuator/health/readiness", "*/*")).isNull();
        assertThat(forwardedTo("POST", "/operator/import", "text/html")).isNull();
    }

    @Test
    void aDemonstrationThatAnEarlierStartHasLoadedIsNotWaitedFor() throws Exception {
        MockFilterChain chain = new MockFilterChain();
        MockHttpServletRequest request = asked("GET", "/", "text/html");

        new WhileLoading(LoadProgress.loaded()).doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(chain.getRequest()).isSameAs(request);
    }

    @Test
    void thePageSaysHowFarItIsAndThatItIsNotToBeKept() {
        progress.begin(Part.COURSES, 3);
        progress.oneMore();
        ConcurrentModel model = new ConcurrentModel();
        MockHttpServletResponse response = new MockHttpServletResponse();

        assertThat(new LoadingPage(progress).show(model, response)).isEqualTo("demonstration/loading");

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        LoadProgress.State state = (LoadProgress.State) model.getAttribute("state");
        assertThat(state).isEqualTo(new LoadProgress.State(Part.COURSES, 1, 3));
        assertThat(progress.state().isDone(Part.PEOPLE)).isTrue();
        assertThat(progress.state().isDone(Part.DEEDS)).isFalse();
    }

    @Test
    void theAddressOfThePageLeadsOnWhenAllIsLoaded() {
        progress.end();

        assertThat(new LoadingPage(progress).show(new ConcurrentModel(), new MockHttpServletResponse()))
                .isEqualTo("redirect:/");
    }

    private @org.jspecify.annotations.Nullable String forwardedTo(String method, String path, String accept)
            throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new WhileLoading(progress).doFilter(asked(method, path, accept), response, chain);
        assertThat(chain.getRequest() == null).isEqualTo(response.getForwardedUrl() != null);
        return response.getForwardedUrl();
    }

    private static MockHttpServletRequest asked(String method, String path, String accept) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.addHeader("Accept", accept);
        return request;
    }
}
