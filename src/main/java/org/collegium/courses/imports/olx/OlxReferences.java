package org.collegium.courses.imports.olx;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.courses.imports.HtmlPage;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceTree;

/** Where texts of Open edX point: to {@code /static/…}, to assets by their keys, to units by {@code /jump_to_id/…}. */
final class OlxReferences implements HtmlPage.Targets {

    private static final Pattern STATIC = Pattern.compile("^(?:\\.\\./)*/?static/([^?#]+)");
    private static final Pattern ASSET = Pattern.compile("^/?asset-v1:[^@]+@asset\\+block[@/]([^?#]+)");
    private static final Pattern JUMP = Pattern.compile("^/?jump_to(?:_id)?/([^?#]+)");

    private final SourceTree tree;
    private final OlxTree olx;
    private final Map<String, String> pages;
    private final Map<String, SourceFile> made;

    /** @param made to which pictures are added that stand in the texts themselves */
    OlxReferences(SourceTree tree, OlxTree olx, Map<String, String> pages, Map<String, SourceFile> made) {
        this.tree = tree;
        this.olx = olx;
        this.pages = pages;
        this.made = made;
    }

    @Override
    public Optional<String> keep(SourceFile picture) {
        made.put(picture.path(), picture);
        return Optional.of(picture.path());
    }

    @Override
    public Optional<String> file(String reference) {
        Matcher asset = ASSET.matcher(reference);
        Matcher file = STATIC.matcher(reference);
        String name = asset.find() ? asset.group(1) : file.find() ? file.group(1) : "";
        String path = olx.path("static/" + name.replace("%20", " "));
        return name.isEmpty() || tree.file(path).isEmpty() ? Optional.empty() : Optional.of(path);
    }

    @Override
    public Optional<String> page(String reference) {
        Matcher jump = JUMP.matcher(reference);
        if (!jump.find()) {
            return Optional.empty();
        }
        String place = jump.group(1);
        return Optional.ofNullable(
                pages.get(place.substring(Math.max(place.lastIndexOf('@'), place.lastIndexOf('/')) + 1)));
    }
}
