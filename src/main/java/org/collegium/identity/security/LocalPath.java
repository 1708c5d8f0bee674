package org.collegium.identity.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path on this platform to which one goes on after signing in; never an address elsewhere. */
public record LocalPath(String value) {

    private static final int LONGEST = 2_000;
    private static final Pattern SYNTAX = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]*");
    private static final Pattern SIGNING = Pattern.compile("/(sign-in|sign-up|logout|forgot|reset|confirm)([/?].*)?");

    public LocalPath {
        if (!isLocal(value)) {
            throw new IllegalArgumentException("Not a path on this platform");
        }
    }

    /** The path when it is one on this platform and does not lead back to signing in, else empty. */
    public static Optional<LocalPath> of(@Nullable String text) {
        return text == null || !isLocal(text) || SIGNING.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(new LocalPath(text));
    }

    /** As a query, for instance {@code ?continue=%2Fjoin%2Fa%2Fb}. */
    public String asQuery() {
        return "?continue=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static boolean isLocal(String text) {
        if (text.length() > LONGEST || !SYNTAX.matcher(text).matches()) {
            return false;
        }
        try {
            URI path = new URI(text);
            return path.getScheme() == null && path.getRawAuthority() == null && path.getRawPath() != null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
