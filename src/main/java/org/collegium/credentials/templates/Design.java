package org.collegium.credentials.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How a certificate looks.
 *
 * @param languages BCP 47, the one that stands in where a text has no other first; at least one
 * @param blocks from top to bottom
 */
public record Design(
        Paper paper, Frame frame, Typeface typeface, Colours colours, List<String> languages, List<Block> blocks) {

    public Design {
        languages = List.copyOf(languages);
        blocks = List.copyOf(blocks);
    }

    /** A4, in millimetres. */
    public enum Paper {
        LANDSCAPE(297, 210),
        PORTRAIT(210, 297);

        private final int width;
        private final int height;

        Paper(int width, int height) {
            this.width = width;
            this.height = height;
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }
    }

    /** What stands around the page. */
    public enum Frame {
        NONE,
        LINE,
        DOUBLE,
        SIDE,
        TOP
    }

    /** The letters of Latin, Greek and Cyrillic; those of other scripts are the same for all. */
    public enum Typeface {
        SERIF("Source Serif 4", "SourceSerif4"),
        CLASSIC("EB Garamond", "EBGaramond"),
        SANS("Inter", "Inter");

        private final String family;
        private final String file;

        Typeface(String family, String file) {
            this.family = family;
            this.file = file;
        }

        String family() {
            return family;
        }

        String file() {
            return file;
        }
    }

    /** As {@code #rrggbb}. */
    public record Colours(String ground, String ink, String accent) {}

    /** All blocks, those in columns too, in the order in which they are read. */
    public Stream<Block> all() {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Columns columns
                        ? Stream.concat(
                                Stream.of(block), columns.columns().stream().flatMap(List::stream))
                        : Stream.of(block));
    }

    public Optional<Block> find(String id) {
        return all().filter(block -> block.id().equals(id)).findFirst();
    }

    /** The picture that stands for the partner; empty where there is none. */
    public Optional<UUID> logo() {
        return all().flatMap(block ->
                        block instanceof Block.Logo logo ? Optional.ofNullable(logo.image()).stream() : Stream.empty())
                .findFirst();
    }

    /** The pictures that are needed to draw it. */
    public List<UUID> images() {
        return all().flatMap(block -> switch (block) {
                    case Block.Logo logo -> Optional.ofNullable(logo.image()).stream();
                    case Block.Signatures signatures ->
                        signatures.people().stream().flatMap(person -> Optional.ofNullable(person.image()).stream());
                    default -> Stream.<UUID>empty();
                })
                .distinct()
                .toList();
    }

    public Design with(List<Block> other) {
        return new Design(paper, frame, typeface, colours, languages, other);
    }

    /** With another block in the place of the one that has its id. */
    public Design with(Block changed) {
        return changed(block -> block.id().equals(changed.id()) ? changed : block);
    }

    /** With every block as a change leaves it. */
    Design changed(UnaryOperator<Block> change) {
        return with(blocks.stream()
                .map(block -> change.apply(
                        block instanceof Block.Columns columns
                                ? new Block.Columns(
                                        columns.id(),
                                        columns.columns().stream()
                                                .map(column -> column.stream()
                                                        .map(change)
                                                        .toList())
                                                .toList(),
                                        columns.widths())
                                : block))
                .toList());
    }

    public Design without(String id) {
        return with(blocks.stream()
                .filter(block -> !block.id().equals(id))
                .map(block -> block instanceof Block.Columns columns
                        ? new Block.Columns(
                                columns.id(),
                                columns.columns().stream()
                                        .map(column -> column.stream()
                                                .filter(inner -> !inner.id().equals(id))
                                                .toList())
                                        .toList(),
                                columns.widths())
                        : block)
                .toList());
    }

    /** A place between blocks: on the page, or in one column; before another block, or at the end when that is empty. */
    public record Place(String columns, int column, String before) {

        /** At the end of the page. */
        public static final Place END = new Place("", 0, "");
    }

    /** Moves a block; nothing changes where the place is not there, or is none for it. */
    public Design moved(String id, Place to) {
        return find(id).filter(block -> fits(block, to))
                .map(block -> without(id).inserted(block, to))
                .orElse(this);
    }

    private boolean fits(Block block, Place to) {
        return !to.before().equals(block.id())
                && (to.columns().isEmpty()
                        || (!(block instanceof Block.Columns)
                                && find(to.columns())
                                        .filter(found -> found instanceof Block.Columns columns
                                                && to.column() >= 0
                                                && to.column()
                                                        < columns.columns().size())
                                        .isPresent()));
    }

    /** With a new block at a place. */
    public Design inserted(Block block, Place to) {
        if (to.columns().isEmpty()) {
            return with(inserted(blocks, block, to.before()));
        }
        return with(blocks.stream()
                .map(around ->
                        around instanceof Block.Columns columns && columns.id().equals(to.columns())
                                ? inserted(columns, block, to)
                                : around)
                .toList());
    }

    private static Block inserted(Block.Columns columns, Block block, Place to) {
        List<List<Block>> all = new ArrayList<>(columns.columns());
        all.set(to.column(), inserted(all.get(to.column()), block, to.before()));
        return new Block.Columns(columns.id(), all, columns.widths());
    }

    private static List<Block> inserted(List<Block> blocks, Block block, String before) {
        List<Block> more = new ArrayList<>(blocks);
        int at = 0;
        while (at < more.size() && !more.get(at).id().equals(before)) {
            at++;
        }
        more.add(at, block);
        return more;
    }
}
