package org.collegium.courses.git;

import java.util.regex.Pattern;
import org.collegium.shared.Rules;
import org.eclipse.jgit.lib.Repository;

/**
 * Where a course lives.
 *
 * @param address of the repository, by https or SSH
 * @param branch of the repository
 * @param folder in which the course is, without slashes around it; empty for the root
 */
public record GitPlace(String address, String branch, String folder) {

    static final int LONGEST_ADDRESS = 1000;
    static final int LONGEST_BRANCH = 200;
    static final int LONGEST_FOLDER = 240;

    private static final int LONGEST_SHOWN = 200;

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
                .that(GitAddress.of(address).isPresent(), "courses.git.address.wrong")
                .that(branch.length() <= LONGEST_BRANCH, "courses.git.branch.long", LONGEST_BRANCH, branch.length())
                .that(isBranch(branch), "courses.git.branch.wrong")
                .that(folder.length() <= LONGEST_FOLDER, "courses.git.folder.long", LONGEST_FOLDER, folder.length())
                .that(isFolder(folder), "courses.git.folder.wrong")
                .hold();
    }

    /** The host and port that are asked, by which credentials are bound. */
    String origin() {
        return taken().origin();
    }

    /** Whether the repository is asked by SSH, with a key of the course instead of a token. */
    public boolean ssh() {
        return taken().ssh();
    }

    /** Whether this is an address by SSH; false where it is none at all. */
    public static boolean isBySsh(String address) {
        return GitAddress.of(address.strip()).filter(GitAddress::ssh).isPresent();
    }

    GitAddress taken() {
        return GitAddress.of(address).orElseThrow();
    }

    /** The repository as people call it: host and path. */
    String shown() {
        String all = taken().shown();
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
}
