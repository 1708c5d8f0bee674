package org.collegium.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.Controller;

@Tag("unit")
class ViewRequestsTests {

    private static final Controller VIEWS = (request, response) -> null;

    private final ViewRequests requests = new ViewRequests(VIEWS);

    private static MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        return request;
    }

    @Test
    void whatViewsSendToTheRootReachesThem() {
        for (String method : new String[] {"GET", "POST"}) {
            MockHttpServletRequest request = request(method, "/");
            request.setParameter("v-r", "uidl");

            assertThat(requests.getHandlerInternal(request)).isSameAs(VIEWS);
        }
    }

    @Test
    void thePageAtTheRootAndAllOtherAddressesAreLeftToOthers() {
        MockHttpServletRequest elsewhere = request("GET", "/courses/a/b");
        elsewhere.setParameter("v-r", "init");

        assertThat(requests.getHandlerInternal(request("GET", "/"))).isNull();
        assertThat(requests.getHandlerInternal(elsewhere)).isNull();
    }
}
