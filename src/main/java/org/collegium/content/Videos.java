package org.collegium.content;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of pages on which videos of the usual hosts are watched; nothing is loaded from them. */
final class Videos {

    private static final Pattern YOUTUBE = Pattern.compile(
            "(?:https?:)?//(?:www\\.|m\\.)?(?:youtube(?:-nocookie)?\\.com/(?:embed/|watch\\?v=|shorts/)|youtu\\.be/)"
                    + "([\\w-]{6,20})(?:[?&#].*)?");
    private static final Pattern VIMEO =
            Pattern.compile("(?:https?:)?//(?:www\\.|player\\.)?vimeo\\.com/(?:video/)?(\\d{4,15})(?:[?&#/].*)?");

    private Videos() {}

    static Optional<String> page(String source) {
        Matcher youtube = YOUTUBE.matcher(source.strip());
        if (youtube.matches()) {
            return Optional.of("https://www.youtube.com/watch?v=" + youtube.group(1));
        }
        Matcher vimeo = VIMEO.matcher(source.strip());
        return vimeo.matches() ? Optional.of("https://vimeo.com/" + vimeo.group(1)) : Optional.empty();
    }

    /** The host of an address without its {@code www}, or the address itself. */
    static String host(String address) {
        try {
            String host = URI.create(address.startsWith("//") ? "https:" + address : address)
                    .getHost();
            return host == null ? address : host.startsWith("www.") ? host.substring(4) : host;
        } catch (IllegalArgumentException malformed) {
            return address;
        }
    }
}
