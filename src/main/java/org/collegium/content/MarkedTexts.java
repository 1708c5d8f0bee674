package org.collegium.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.shared.Differences;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Two renderings of a text with what differs marked word by word: {@code del} in the older, {@code ins} in the newer. Each
 * run of marks has the number of its change in {@code data-change}, the same in both.
 *
 * @param older HTML
 * @param newer HTML
 * @param changes how many there are
 */
public record MarkedTexts(String older, String newer, int changes) {

    /** Blocks are compared first, then the words of those that changed, so that long texts are quick and marks stay together. */
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "td",
            "th",
            "pre",
            "dt",
            "dd",
            "figcaption",
            "summary",
            "figure",
            "blockquote",
            "div",
            "aside",
            "section",
            "table",
            "ul",
            "ol");

    /** Shown as one thing; words put into them would be lost. */
    private static final Set<String> WHOLE = Set.of("img", "video", "audio", "collegium-card", "svg", "button");

    private static final Pattern WORD = Pattern.compile("\\s++|[^\\s]++");

    /** Compares two renderings. */
    public static MarkedTexts of(RenderedText before, RenderedText now) {
        Document older = Jsoup.parseBodyFragment(before.html());
        Document newer = Jsoup.parseBodyFragment(now.html());
        older.outputSettings().prettyPrint(false);
        newer.outputSettings().prettyPrint(false);
        Counter counter = new Counter();
        mark(blocks(older.body()), blocks(newer.body()), counter);
        return new MarkedTexts(older.body().html(), newer.body().html(), counter.changes);
    }

    /** Counts the changes; words that follow one another belong to the same. */
    private static final class Counter {
        private int changes;
        private boolean within;

        int next() {
            changes += within ? 0 : 1;
            within = true;
            return changes;
        }

        void over() {
            within = false;
        }
    }

    /** Part of a text: white space, a word, or a thing that is shown whole; compared by what one sees. */
    record Piece(Node node, int start, String text) {

        int end() {
            return start + text.length();
        }

        boolean isSpace() {
            return text.isBlank();
        }
    }

    /** A block with its pieces, blocks within it left out. */
    private record Block(List<Piece> pieces) {

        List<String> words() {
            return pieces.stream()
                    .filter(piece -> !piece.isSpace())
                    .map(Piece::text)
                    .toList();
        }

        String text() {
            return String.join(" ", words());
        }
    }

    private static List<Block> blocks(Element body) {
        List<Block> blocks = new ArrayList<>();
        collect(body, new ArrayList<>(), blocks);
        return blocks;
    }

    private static void collect(Element block, List<Piece> pieces, List<Block> blocks) {
        List<Piece> open = pieces;
        for (Node node : block.childNodes()) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                close(open, blocks);
                collect(element, new ArrayList<>(), blocks);
                open = new ArrayList<>();
            } else {
                read(node, open);
            }
        }
        close(open, blocks);
    }

    private static void close(List<Piece> pieces, List<Block> blocks) {
        if (pieces.stream().anyMatch(piece -> !piece.isSpace())) {
            blocks.add(new Block(List.copyOf(pieces)));
        }
    }

    private static void read(Node node, List<Piece> pieces) {
        if (node instanceof TextNode text) {
            Matcher word = WORD.matcher(text.getWholeText());
            while (word.find()) {
                pieces.add(new Piece(text, word.start(), word.group()));
            }
        } else if (node instanceof Element element) {
            if (isWhole(element)) {
                pieces.add(new Piece(element, 0, element.outerHtml()));
            } else {
                element.childNodes().forEach(child -> read(child, pieces));
            }
        }
    }

    private static boolean isWhole(Element element) {
        return WHOLE.contains(element.normalName()) || element.className().contains("math");
    }

    private static void mark(List<Block> older, List<Block> newer, Counter counter) {
        List<Differences.Item<String>> lines = Differences.between(
                older.stream().map(Block::text).toList(),
                newer.stream().map(Block::text).toList());
        int i = 0;
        int j = 0;
        List<Block> gone = new ArrayList<>();
        List<Block> come = new ArrayList<>();
        for (Differences.Item<String> line : lines) {
            switch (line.mark()) {
                case GONE -> gone.add(older.get(i++));
                case COME -> come.add(newer.get(j++));
                case SAME -> {
                    words(gone, come, counter);
                    i++;
                    j++;
                }
            }
        }
        words(gone, come, counter);
    }

    /** Marks what differs between blocks that stand in the place of others. */
    private static void words(List<Block> gone, List<Block> come, Counter counter) {
        List<Piece> before = pieces(gone);
        List<Piece> now = pieces(come);
        List<Marking.Marked> out = new ArrayList<>();
        List<Marking.Marked> in = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (Differences.Item<String> word : Differences.between(texts(before), texts(now))) {
            switch (word.mark()) {
                case GONE -> out.add(new Marking.Marked(before.get(i++), counter.next()));
                case COME -> in.add(new Marking.Marked(now.get(j++), counter.next()));
                case SAME -> {
                    counter.over();
                    i++;
                    j++;
                }
            }
        }
        counter.over();
        gone.clear();
        come.clear();
        new Marking("del").write(out);
        new Marking("ins").write(in);
    }

    private static List<Piece> pieces(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block.pieces().stream())
                .filter(piece -> !piece.isSpace())
                .toList();
    }

    private static List<String> texts(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).toList();
    }
}
