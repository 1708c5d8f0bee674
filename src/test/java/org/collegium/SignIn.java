package org.collegium;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Signs somebody in for a test, with the permissions it names. */
public final class SignIn {

    private SignIn() {}

    public static void with(String... permissions) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        TestingAuthenticationToken token = new TestingAuthenticationToken("test", null, permissions);
        token.setAuthenticated(true);
        context.setAuthentication(token);
        SecurityContextHolder.setContext(context);
    }
}
