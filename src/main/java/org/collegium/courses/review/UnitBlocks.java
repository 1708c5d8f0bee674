package org.collegium.courses.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.collegium.content.RenderedText;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.FrozenCourses;
import org.collegium.source.SourceFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Divides a unit into blocks: what is read by its paragraphs, notebooks of labs by cells, other texts by questions and empty lines. */
final class UnitBlocks {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A question, a section, or a setting that begins at the margin. */
    private static final Pattern BEGINNING = Pattern.compile(" {0,2}- key:.*+|[A-Za-z].*+");

    private static final Pattern SPACE = Pattern.compile("\\s++");

    private UnitBlocks() {}

    /** The blocks of a unit; none where it is gone or no text. */
    static List<ReviewBlock> of(FrozenCourses frozen, CourseManifest manifest, String unit) {
        Optional<RenderedText> text = frozen.text(manifest, unit);
        if (text.isPresent()) {
            return ofHtml(text.get().html());
        }
        return frozen.file(manifest, unit)
                .map(file -> file.path().endsWith(".ipynb") ? cells(file) : lines(text(file)))
                .orElse(List.of());
    }

    static List<ReviewBlock> ofHtml(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        List<ReviewBlock> blocks = new ArrayList<>();
        for (Node node : document.body().childNodes()) {
            String outer = node.outerHtml();
            if (!outer.isBlank()) {
                String words = Jsoup.parseBodyFragment(outer).text();
                blocks.add(new ReviewBlock(blocks.size(), outer, words, 0, hash(words.isEmpty() ? outer : words)));
            }
        }
        return blocks;
    }

    private static List<ReviewBlock> cells(SourceFile file) {
        String text = text(file);
        try {
            List<ReviewBlock> blocks = new ArrayList<>();
            for (JsonNode cell : JSON.readTree(text).path("cells")) {
                StringBuilder words = new StringBuilder();
                JsonNode source = cell.path("source");
                if (source.isString()) {
                    words.append(source.stringValue());
                }
                source.values().forEach(line -> words.append(line.asString("")));
                blocks.add(new ReviewBlock(blocks.size(), "", words.toString(), 0, hash(words.toString())));
            }
            return blocks;
        } catch (JacksonException unreadable) {
            return lines(text);
        }
    }

    static List<ReviewBlock> lines(String text) {
        List<ReviewBlock> blocks = new ArrayList<>();
        List<String> current = new ArrayList<>();
        int begun = 1;
        int at = 0;
        for (String line : text.lines().toList()) {
            at++;
            if (!current.isEmpty() && (line.isBlank() || BEGINNING.matcher(line).matches())) {
                close(blocks, current, begun);
            }
            if (!line.isBlank()) {
                begun = current.isEmpty() ? at : begun;
                current.add(line);
            }
        }
        if (!current.isEmpty()) {
            close(blocks, current, begun);
        }
        return blocks;
    }

    private static void close(List<ReviewBlock> blocks, List<String> lines, int begun) {
        String words = String.join("\n", lines);
        blocks.add(new ReviewBlock(blocks.size(), "", words, begun, hash(words)));
        lines.clear();
    }

    private static String text(SourceFile file) {
        return file.text(fault -> {}).orElse("");
    }

    private static String hash(String words) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(SPACE.matcher(words.strip()).replaceAll(" ").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
