package org.collegium.identity.ui;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.collegium.identity.IdentityFixtures;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** One browser that fills forms: it keeps its session as a browser keeps its cookie, and has an address of its own. */
final class Browsing {

    private static final String SECRET = "0b5f5f0e-7f0c-4c39-9d3e-6a4f5d9f8a11";

    private final MockMvc mvc;
    private final String address = "2001:db8:" + UUID.randomUUID().toString().substring(0, 4) + "::1";
    private @Nullable MockHttpSession session;

    Browsing(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** A browser that somebody gave a session. */
    Browsing(MockMvc mvc, HttpSession planted) {
        this.mvc = mvc;
        this.session = (MockHttpSession) planted;
    }

    ResultActions open(String path) throws Exception {
        var request = get(URI.create(path)).accept("text/html").with(from -> {
            from.setRemoteAddr(address);
            return from;
        });
        return kept(mvc.perform(session == null ? request : request.session(session)));
    }

    /** Sends a form; names and values by turns. */
    ResultActions send(String path, String... fields) throws Exception {
        var request = post(path)
                .accept("text/html")
                .cookie(new Cookie("csrf", SECRET))
                .param("_csrf", masked())
                .with(from -> {
                    from.setRemoteAddr(address);
                    return from;
                });
        for (int index = 0; index < fields.length; index += 2) {
            request.param(fields[index], fields[index + 1]);
        }
        return kept(mvc.perform(session == null ? request : request.session(session)));
    }

    ResultActions signUp(String name, String email) throws Exception {
        return send("/sign-up", "name", name, "email", email, "password", IdentityFixtures.PASSWORD, "terms", "true");
    }

    ResultActions signIn(String email, String password) throws Exception {
        return send("/sign-in", "email", email, "password", password);
    }

    private ResultActions kept(ResultActions answer) {
        HttpSession current = answer.andReturn().getRequest().getSession(false);
        session = current instanceof MockHttpSession mock && !mock.isInvalid() ? mock : null;
        return answer;
    }

    /** The form of the token that stands in pages: some bytes, and the token mixed with them; here they are all zero. */
    private static String masked() {
        byte[] token = SECRET.getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[2 * token.length];
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }
}
