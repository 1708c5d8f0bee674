package org.collegium.courses.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a repository, taken apart: by https, or by SSH as {@code ssh://git@host/path} or {@code git@host:path}. Plain http is
 * for hosts that the operator allows.
 *
 * @param user with whom one signs in by SSH; empty otherwise
 * @param port negative for the usual one
 * @param path with what separates it from the host, when that is a slash
 */
record GitAddress(String scheme, String user, String host, int port, String path) {

    static final String SSH = "ssh";

    private static final String USUAL_USER = "git";
    private static final int SSH_PORT = 22;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]*+");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}+");
    private static final Pattern SHORT = Pattern.compile("(?<user>[A-Za-z0-9_][A-Za-z0-9._-]{0,63}+)@"
            + "(?<host>[A-Za-z0-9][A-Za-z0-9.-]{0,252}+):(?<path>[A-Za-z0-9._~/][^:?#\\\\]*+)");

    /** Nothing where it is no address that is asked, or has more in it than where the repository is. */
    static Optional<GitAddress> of(String address) {
        if (!PRINTABLE.matcher(address).matches()) {
            return Optional.empty();
        }
        Matcher brief = SHORT.matcher(address);
        if (brief.matches()) {
            return Optional.of(new GitAddress(
                    SSH, brief.group("user"), brief.group("host").toLowerCase(Locale.ROOT), -1, brief.group("path")));
        }
        try {
            return of(new URI(address));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<GitAddress> of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String user = uri.getRawUserInfo();
        boolean plain = uri.getHost() != null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawPath() != null
                && uri.getRawPath().length() > 1;
        boolean known = switch (scheme) {
            case "https", "http" -> user == null;
            case SSH -> user == null || USER.matcher(user).matches();
            default -> false;
        };
        if (!plain || !known) {
            return Optional.empty();
        }
        String named = scheme.equals(SSH) ? Optional.ofNullable(user).orElse(USUAL_USER) : "";
        return Optional.of(
                new GitAddress(scheme, named, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort(), uri.getPath()));
    }

    boolean ssh() {
        return scheme.equals(SSH);
    }

    /** The port that is connected to by SSH. */
    int sshPort() {
        return port < 0 ? SSH_PORT : port;
    }

    /** By whom credentials are bound: whoever is asked, and as whom. */
    String origin() {
        return scheme + "://" + (user.isEmpty() ? "" : user + "@") + host + (port < 0 ? "" : ":" + port);
    }

    /** The repository as people call it: host and path. */
    String shown() {
        return host + "/" + path.replaceAll("^/|\\.git$", "");
    }
}
