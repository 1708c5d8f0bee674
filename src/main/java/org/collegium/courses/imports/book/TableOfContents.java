package org.collegium.courses.imports.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSource;
import tools.jackson.databind.JsonNode;

/**
 * The {@code _toc.yml} of a Jupyter Book, as its documentation describes it: {@code jb-book} with parts, chapters and
 * sections, {@code jb-article} with sections, and the plainer words of the Sphinx extension below it.
 */
record TableOfContents(SourceFile file, Optional<BookEntry> root, List<BookPart> parts) {

    private static final List<String> PARTS = List.of("parts", "subtrees");
    private static final List<String> PAGES = List.of("chapters", "sections", "entries");
    private static final Set<String> ENTRY_FIELDS = Set.of("file", "title", "options");

    static Optional<TableOfContents> read(SourceFile file, FaultSink faults) {
        return YamlSource.read(file, faults).flatMap(yaml -> new Reading(yaml, faults).contents());
    }

    private record Reading(YamlDocument yaml, FaultSink faults) {

        Optional<TableOfContents> contents() {
            JsonNode top = yaml.root();
            if (!top.isObject()) {
                faults.error(yaml.place(""), "toc-old");
                return Optional.empty();
            }
            Optional<BookEntry> root = top.path("root").isString()
                    ? Optional.of(new BookEntry(top.path("root").stringValue(), "", yaml.place("/root"), List.of()))
                    : Optional.empty();
            List<BookPart> parts = new ArrayList<>();
            List<BookEntry> loose = pages("");
            if (!loose.isEmpty()) {
                parts.add(new BookPart("", yaml.place(""), loose));
            }
            parts.addAll(parts(""));
            if (parts.isEmpty()) {
                faults.error(yaml.place(""), "toc-empty");
                return Optional.empty();
            }
            return Optional.of(new TableOfContents(yaml.file(), root, parts));
        }

        private List<BookPart> parts(String pointer) {
            List<BookPart> parts = new ArrayList<>();
            for (String name : PARTS) {
                for (String at : items(pointer, name)) {
                    String caption = yaml.at(at).path("caption").asString("").strip();
                    List<BookEntry> chapters = pages(at);
                    if (!chapters.isEmpty()) {
                        parts.add(new BookPart(caption, yaml.place(at), chapters));
                    }
                }
            }
            return parts;
        }

        private List<BookEntry> pages(String pointer) {
            List<BookEntry> entries = new ArrayList<>();
            for (String name : PAGES) {
                items(pointer, name).forEach(at -> entry(at).ifPresent(entries::add));
            }
            return entries;
        }

        private Optional<BookEntry> entry(String pointer) {
            JsonNode node = yaml.at(pointer);
            if (node.isString()) {
                return Optional.of(new BookEntry(node.stringValue(), "", yaml.place(pointer), List.of()));
            }
            List<BookEntry> below = new ArrayList<>(pages(pointer));
            parts(pointer).forEach(part -> below.addAll(part.chapters()));
            others(node, pointer);
            if (!node.path("file").isString()) {
                return below.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new BookEntry("", "", yaml.place(pointer), below));
            }
            return Optional.of(new BookEntry(
                    node.path("file").stringValue(),
                    node.path("title").asString("").strip(),
                    yaml.place(pointer + "/file"),
                    below));
        }

        private void others(JsonNode node, String pointer) {
            for (String name : node.propertyNames()) {
                Place at = yaml.keyPlace(YamlDocument.step(pointer, name));
                if (name.equals("url")) {
                    faults.warning(at, "toc-url", node.path(name).asString(""));
                } else if (name.equals("glob")) {
                    faults.warning(at, "toc-glob", node.path(name).asString(""));
                } else if (!ENTRY_FIELDS.contains(name) && !PAGES.contains(name) && !PARTS.contains(name)) {
                    faults.note(at, "toc-field", name);
                }
            }
        }

        private List<String> items(String pointer, String name) {
            String list = YamlDocument.step(pointer, name);
            List<String> items = new ArrayList<>();
            int size = yaml.at(list).isArray() ? yaml.at(list).size() : 0;
            for (int i = 0; i < size; i++) {
                items.add(YamlDocument.step(list, i));
            }
            return items;
        }
    }
}
