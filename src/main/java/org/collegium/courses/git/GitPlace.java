package org.collegium.courses.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.collegium.shared.Rules;
import org.eclipse.jgit.lib.Repository;

/**
 * Where a course lives.
 *
 * @param address of the repository, by https
 * @param branch of the repository
 * @param folder in which the course is, without slashes around it; empty for the root
 */
public record GitPlace(String address, String branch, String folder) {

    static final int LONGEST_ADDRESS = 1000;
    static final int LONGEST_BRANCH = 200;
    static final int LONGEST_FOLDER = 240;

    private static final int LONGEST_SHOWN = 200;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]*+");

    /** @throws org.collegium.shared.RuleViolation that names each part which cannot be used */
    public GitPlace {
        address = address.strip();
        branch = branch.strip();
        folder = folder.strip().replaceAll("^/+|/+$", "");
        new Rules()
                .that(
                        address.length() <= LONGEST_ADDRESS,
                        "courses.git.address.long",
                        LONGEST_ADDRESS,
                        address.length())
                .that(uri(address).isPresent(), "courses.git.address.wrong")
                .that(branch.length() <= LONGEST_BRANCH, "courses.git.branch.long", LONGEST_BRANCH, branch.length())
                .that(isBranch(branch), "courses.git.branch.wrong")
                .that(folder.length() <= LONGEST_FOLDER, "courses.git.folder.long", LONGEST_FOLDER, folder.length())
                .that(isFolder(folder), "courses.git.folder.wrong")
                .hold();
    }

    /** The host and port that are asked, by which credentials are bound. */
    String origin() {
        URI uri = uri(address).orElseThrow();
        return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    }

    /** The repository as people call it: host and path. */
    String shown() {
        URI uri = uri(address).orElseThrow();
        String path = uri.getPath().replaceAll("^/|\\.git$", "");
        String all = uri.getHost() + "/" + path;
        return all.substring(Math.max(0, all.length() - LONGEST_SHOWN));
    }

    static boolean isBranch(String branch) {
        return Repository.isValidRefName("refs/heads/" + branch) && !branch.startsWith("-");
    }

    private static boolean isFolder(String folder) {
        return folder.isEmpty()
                || (folder.chars().noneMatch(c -> c < ' ' || c == '\\')
                        && Pattern.compile("/")
                                .splitAsStream(folder)
                                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals("..")));
    }

    /** Of https with a host and a path and nothing else; plain http is for hosts that the operator allows. */
    private static Optional<URI> uri(String address) {
        if (!PRINTABLE.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean plain = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawPath() != null
                    && uri.getRawPath().length() > 1;
            return plain && (scheme.equals("https") || scheme.equals("http")) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
