package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

@Tag("unit")
class ThisMachineTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "collegium.localhost", "[::1]"})
    void whoAsksHereByANameOfTheMachineIsHere(String name) {
        assertThat(ThisMachine.asksByItsName(request("127.0.0.1", name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"collegium.example.org", "localhost.example.org", "203.0.113.7", ""})
    void aProxyThatPassesOnItsNameOrASiteThatLeadsHereIsNot(String name) {
        assertThat(ThisMachine.asksByItsName(request("127.0.0.1", name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"})
    void aProxyThatTellsOfItselfIsNotEither(String header) {
        MockHttpServletRequest request = request("::1", "localhost");
        assertThat(ThisMachine.asks(request)).isTrue();

        request.addHeader(header, "127.0.0.1");

        assertThat(ThisMachine.asks(request)).isFalse();
        assertThat(ThisMachine.asksByItsName(request)).isFalse();
    }

    @Test
    void whoComesFromElsewhereIsNot() {
        assertThat(ThisMachine.asks(request("203.0.113.7", "localhost"))).isFalse();
        assertThat(ThisMachine.asks(request("", "localhost"))).isFalse();
    }

    private static MockHttpServletRequest request(String from, String name) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/mails");
        request.setRemoteAddr(from);
        request.setServerName(name);
        return request;
    }
}
