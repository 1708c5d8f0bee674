package org.collegium.courses.imports.repository;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.collegium.source.SourcePaths;

/** What the names of files and folders say about them. */
final class PageNames {

    private static final Set<String> PAGES = Set.of("md", "markdown", "ipynb");
    private static final Pattern ABOUT_THE_REPOSITORY = Pattern.compile(
            "(?i)(licen[cs]e|contributing|contributors|code[_-]of[_-]conduct|changelog|security|support|governance"
                    + "|authors|citation|translations|pull_request_template|for-teachers)");
    private static final Pattern LEADS = Pattern.compile("(?i)(readme|index|_index).*");
    private static final Pattern TRANSLATED = Pattern.compile("(?i)(readme|index|.+)[._-][a-z]{2}([-_][a-z]{2,4})?");
    private static final Pattern LEADING = Pattern.compile("(?i)(readme|index)([._-].*)?");
    private static final Pattern NUMBERED = Pattern.compile("(?i)(?:[a-z]{0,8}[ _-]?)?[0-9]{1,4}(?:[ ._-].*)?");
    private static final Pattern NUMBER = Pattern.compile("^[A-Za-z]?[0-9]{1,4}[ ._-]+(?=\\S)");

    private PageNames() {}

    /** Whether a file is read as a page of the course. */
    static boolean isPage(String path) {
        return PAGES.contains(SourcePaths.extension(path))
                && !hidden(path)
                && !ABOUT_THE_REPOSITORY.matcher(SourcePaths.stem(path)).matches();
    }

    /** Whether a file says something about the repository and nothing about its subject. */
    static boolean aboutTheRepository(String path) {
        return PAGES.contains(SourcePaths.extension(path)) && !hidden(path) && !isPage(path);
    }

    private static boolean hidden(String path) {
        return ("/" + path).contains("/.") || ("/" + path).contains("/node_modules/");
    }

    /** Whether a page is another one in another language. */
    static boolean isTranslation(String path) {
        return ("/" + path.toLowerCase(Locale.ROOT)).matches("(?s).*/(translations?|i18n)/.*")
                || (leads(path) && TRANSLATED.matcher(SourcePaths.stem(path)).matches());
    }

    /** Whether a page is the one of its folder. */
    static boolean leads(String path) {
        return LEADS.matcher(SourcePaths.name(path)).matches()
                && !SourcePaths.extension(path).equals("ipynb");
    }

    /** 0 for the page that a folder is opened at, 1 for others, 2 for what is done in the end. */
    static int rank(String path) {
        String stem = SourcePaths.stem(path).toLowerCase(Locale.ROOT);
        if (leads(path)) {
            return LEADING.matcher(stem).matches() ? 0 : 1;
        }
        return stem.matches("assignment.*|exercises?|homework.*|challenge") ? 3 : 2;
    }

    /** Whether a folder has a number. */
    static boolean isNumbered(String name) {
        return NUMBERED.matcher(name).matches();
    }

    /** The name of a file or folder as a title: without number, its words apart. */
    static String words(String name) {
        String plain =
                NUMBER.matcher(name).replaceFirst("").replaceAll("[-_]+", " ").strip();
        return plain.isEmpty() ? name : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }
}
