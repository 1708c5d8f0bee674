package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.List;

/** Merges texts in Markdown: block by block, and within a block as its kind wants. */
final class ProseMerge {

    private static final String BLANK_LINE = "\n\n";

    private final Settling settling;
    private final Where where;

    /** @param where of the text */
    ProseMerge(Settling settling, Where where) {
        this.settling = settling;
        this.where = where;
    }

    /** The merged text, with what was decided in the place of conflicts. */
    String merge(String base, String ours, String theirs) {
        if (ours.equals(base) || ours.equals(theirs)) {
            return theirs;
        }
        if (theirs.equals(base)) {
            return ours;
        }
        Blocks blocks = Blocks.of(base, ours, theirs);
        List<String> cores = new ArrayList<>();
        for (SequenceMerge.Part part : blocks.parts()) {
            if (part.kind() == Piece.Kind.HEAD) {
                cores.add(head(part, blocks));
                continue;
            }
            Sides marked = part.core().map(text -> text.isEmpty() ? "" : part.mark() + text);
            cores.add(settling.text(where, part.base(), marked, true));
        }
        return blocks.text(cores);
    }

    /** The head of a text is YAML, merged by its keys. */
    private String head(SequenceMerge.Part part, Blocks blocks) {
        if (!part.core().conflict()) {
            return part.core().ours();
        }
        return "---\n"
                + new YamlMerge(settling, where)
                        .merge(inside(blocks.base()), inside(blocks.ours()), inside(blocks.theirs()))
                + "---";
    }

    private static String inside(List<Piece> pieces) {
        if (pieces.isEmpty() || pieces.getFirst().kind() != Piece.Kind.HEAD) {
            return "";
        }
        String text = pieces.getFirst().core();
        return text.substring(text.indexOf('\n') + 1, text.lastIndexOf('\n') + 1);
    }

    /** The same as each side would have it, for a text that is a conflict as a whole. */
    static Sides sides(String base, String ours, String theirs) {
        return ThreeWay.pick(base, ours, theirs).map(Sides::agreed).orElseGet(() -> {
            Blocks blocks = Blocks.of(base, ours, theirs);
            List<Sides> cores = blocks.parts().stream()
                    .map(part -> part.core().map(text -> text.isEmpty() ? "" : part.mark() + text))
                    .toList();
            return new Sides(
                    blocks.text(cores.stream().map(Sides::ours).toList()),
                    blocks.text(cores.stream().map(Sides::theirs).toList()),
                    blocks.text(cores.stream().map(Sides::both).toList()),
                    cores.stream().anyMatch(Sides::conflict));
        });
    }

    private static Sides within(Piece base, Piece ours, Piece theirs) {
        String was = base.core();
        String mine = ours.core();
        String other = theirs.core();
        if (ours.kind() != base.kind() || theirs.kind() != base.kind()) {
            return Sides.conflict(mine, other, mine + BLANK_LINE + other);
        }
        return switch (base.kind()) {
            case PARAGRAPH -> TextMerge.prose(was, mine, other);
            case HEADING -> TextMerge.words(was, mine, other);
            case ITEM ->
                mine.indexOf('\n') < 0 && other.indexOf('\n') < 0
                        ? TextMerge.prose(was, mine, other)
                        : TextMerge.proseLines(was, mine, other);
            case CODE -> TextMerge.framed(was, mine, other, inside -> TextMerge.lines(inside[0], inside[1], inside[2]));
            case TABLE -> TextMerge.table(was, mine, other);
            case DIRECTIVE -> TextMerge.framed(was, mine, other, inside -> sides(inside[0], inside[1], inside[2]));
            default -> Sides.conflict(mine, other, mine + BLANK_LINE + other);
        };
    }

    private record Blocks(
            List<Piece> base,
            List<Piece> ours,
            List<Piece> theirs,
            SequenceMerge sequence,
            List<SequenceMerge.Part> parts) {

        static Blocks of(String base, String ours, String theirs) {
            List<Piece> was = MarkdownPieces.of(unix(base));
            List<Piece> mine = MarkdownPieces.of(unix(ours));
            List<Piece> other = MarkdownPieces.of(unix(theirs));
            SequenceMerge sequence = new SequenceMerge(was, mine, other, ProseMerge::within);
            return new Blocks(was, mine, other, sequence, sequence.merge());
        }

        /** Blocks behind one another; where two were not neighbours before, a blank line stands between them. */
        String text(List<String> cores) {
            StringBuilder text = new StringBuilder();
            int last = -1;
            for (int i = 0; i < cores.size(); i++) {
                Sides part = parts.get(i).core();
                if (cores.get(i).isEmpty() && (part.conflict() || !part.ours().isEmpty())) {
                    continue;
                }
                if (last >= 0) {
                    text.append(between(last, i, cores));
                }
                text.append(cores.get(i));
                last = i;
            }
            return last < 0 ? "" : text + parts.get(last).tail();
        }

        private String between(int one, int next, List<String> cores) {
            String tail = parts.get(one).tail();
            boolean items =
                    parts.get(one).kind() == Piece.Kind.ITEM && parts.get(next).kind() == Piece.Kind.ITEM;
            boolean known = sequence.areNeighbours(parts.get(one), parts.get(next));
            if ((known && !tail.isEmpty()) || tail.chars().filter(c -> c == '\n').count() > 1) {
                return tail;
            }
            if (items) {
                return tail.isEmpty() ? "\n" : tail;
            }
            boolean lead = parts.get(one).kind() == Piece.Kind.ATOM && cores.get(one).isEmpty();
            return known || lead ? tail : BLANK_LINE;
        }

        private static String unix(String text) {
            return text.replace("\r\n", "\n");
        }
    }
}
