package org.collegium.courses.imports.cartridge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.courses.imports.HtmlPage;
import org.collegium.courses.imports.cartridge.Manifest.Resource;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;

/** Where the HTML of a cartridge points, with the words that platforms write for it. */
final class References implements HtmlPage.Targets {

    private static final Pattern FILE_BASE = Pattern.compile("^\\$IMS[-_]CC[-_]FILEBASE\\$/?");
    private static final Pattern WIKI = Pattern.compile("^\\$WIKI_REFERENCE\\$/(?:pages|wiki)/([^?#]+)");
    private static final Pattern OBJECT = Pattern.compile("^\\$CANVAS_OBJECT_REFERENCE\\$/[a-z_]+/([^/?#]+)");
    private static final List<String> BASES = List.of("web_resources", "");

    private final SourceTree tree;
    private final Resources resources;
    private final String folder;

    /** For HTML in a folder. */
    References(SourceTree tree, Resources resources, String folder) {
        this.tree = tree;
        this.resources = resources;
        this.folder = folder;
    }

    @Override
    public Optional<String> file(String reference) {
        String target = plain(reference);
        Matcher base = FILE_BASE.matcher(target);
        Stream<Optional<String>> candidates = base.find()
                ? BASES.stream().map(root -> SourcePaths.resolve(root, target.substring(base.end())))
                : target.contains(":") || target.startsWith("$") || target.startsWith("#")
                        ? Stream.empty()
                        : Stream.of(SourcePaths.resolve(folder, target), SourcePaths.resolve("web_resources", target));
        return candidates
                .flatMap(Optional::stream)
                .filter(path -> tree.file(path).isPresent())
                .findFirst();
    }

    @Override
    public Optional<String> keep(SourceFile picture) {
        resources.keep(picture);
        return Optional.of(picture.path());
    }

    @Override
    public Optional<String> page(String reference) {
        String target = plain(reference);
        Matcher wiki = WIKI.matcher(target);
        if (wiki.find()) {
            return resources.pageOf("wiki_content/" + wiki.group(1) + ".html");
        }
        Matcher object = OBJECT.matcher(target);
        if (object.find()) {
            return resources.pageOf(object.group(1));
        }
        return file(reference).flatMap(resources::pageOf);
    }

    /** Without query, percent signs decoded. */
    private static String plain(String reference) {
        String path = SourcePaths.withoutQuery(reference);
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }

    /** Whether a resource is one that Canvas writes for itself. */
    static boolean isSettings(Resource resource) {
        return resource.is("learning-application-resource") && !resource.href().matches("(?i).*\\.html?");
    }
}
