package org.collegium.content.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Reads the options at the head of a directive: lines {@code :name: value}, or {@code name: value} between dashes. */
final class DirectiveOptions extends AbstractBlockParser {

    private static final Pattern OPTION = Pattern.compile("\\s*:([A-Za-z][\\w-]*):(?:\\s+(.*))?");
    private static final Pattern PAIR = Pattern.compile("\\s*([A-Za-z][\\w-]*):(?:\\s+(.*))?");

    private final Block block = new Head();
    private final Directive owner;
    private final boolean dashed;
    private final List<String> lines = new ArrayList<>();

    private DirectiveOptions(Directive owner, boolean dashed) {
        this.owner = owner;
        this.dashed = dashed;
    }

    static @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        if (!(matched.getMatchedBlockParser() instanceof MarkdownDirectiveReader reader) || !reader.atHead()) {
            return BlockStart.none();
        }
        CharSequence line = rest(state);
        boolean dashed = line.toString().strip().equals("---");
        return dashed || OPTION.matcher(line).matches()
                ? BlockStart.of(new DirectiveOptions(reader.getBlock(), dashed)).atIndex(state.getIndex())
                : BlockStart.none();
    }

    private static CharSequence rest(ParserState state) {
        CharSequence line = state.getLine().getContent();
        return line.subSequence(Math.min(state.getNextNonSpaceIndex(), line.length()), line.length());
    }

    /** Reads the options at the head of a body and returns how many of its lines they take. */
    static int read(List<String> lines, Map<String, String> options) {
        if (!lines.isEmpty() && lines.getFirst().strip().equals("---")) {
            int end = 1;
            while (end < lines.size() && !lines.get(end).strip().equals("---")) {
                put(PAIR.matcher(lines.get(end++)), options);
            }
            return Math.min(end + 1, lines.size());
        }
        int count = 0;
        while (count < lines.size() && put(OPTION.matcher(lines.get(count)), options)) {
            count++;
        }
        return count;
    }

    private static boolean put(Matcher matcher, Map<String, String> options) {
        if (!matcher.matches()) {
            return false;
        }
        String value = matcher.group(2) == null ? "" : matcher.group(2).strip();
        if (value.length() > 1
                && ((value.startsWith("\"") && value.endsWith("\""))
                        || (value.startsWith("'") && value.endsWith("'")))) {
            value = value.substring(1, value.length() - 1);
        }
        options.put(matcher.group(1), value);
        return true;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        CharSequence line = rest(state);
        if (dashed) {
            return line.toString().strip().equals("---")
                    ? BlockContinue.finished()
                    : BlockContinue.atIndex(state.getIndex());
        }
        return OPTION.matcher(line).matches() ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
    }

    @Override
    public void addLine(SourceLine line) {
        lines.add(line.getContent().toString());
    }

    @Override
    public void closeBlock() {
        Map<String, String> options = new LinkedHashMap<>();
        read(lines, options);
        owner.options(options);
        block.unlink();
    }

    private static final class Head extends CustomBlock {}
}
