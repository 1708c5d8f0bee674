package org.collegium.content.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Reads displayed formulas: between double dollars, or in one of the environments of AMS-LaTeX. */
final class MathBlockReader extends AbstractBlockParser {

    private static final Pattern ENVIRONMENT = Pattern.compile(
            "\\\\begin\\{((?:equation|align|alignat|gather|multline|eqnarray|aligned|cases|split)\\*?)\\}.*");
    private static final Pattern END = Pattern.compile("(.*?)\\$\\$[ \\t]*(?:\\(([^()\\s]{1,200})\\))?[ \\t]*");

    private final MathBlock block = new MathBlock();
    private final StringBuilder tex = new StringBuilder();
    private final String environment;
    private String label = "";
    private boolean complete;

    private MathBlockReader(String environment) {
        this.environment = environment;
    }

    @Override
    public MathBlock getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return complete ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        String text = line.getContent().toString();
        if (!environment.isEmpty()) {
            tex.append(text).append('\n');
            complete = text.contains("\\end{" + environment + "}");
            return;
        }
        int from = tex.isEmpty() ? text.indexOf("$$") + 2 : 0;
        Matcher end = END.matcher(text).region(from, text.length());
        if (end.matches()) {
            tex.append(end.group(1));
            label = end.group(2) == null ? "" : end.group(2);
            complete = true;
        } else {
            tex.append(text, from, text.length()).append('\n');
        }
    }

    @Override
    public void closeBlock() {
        block.content(tex.toString().strip(), label, complete);
    }

    /** Recognises where such a formula begins. */
    static final class Start implements BlockParserFactory {

        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            int index = state.getNextNonSpaceIndex();
            CharSequence line = state.getLine().getContent();
            if (state.getIndent() >= 4 || index + 1 >= line.length()) {
                return BlockStart.none();
            }
            String rest = line.subSequence(index, line.length()).toString();
            if (rest.startsWith("$$")) {
                boolean within = rest.indexOf("$$", 2) >= 0
                        && !END.matcher(rest).region(2, rest.length()).matches();
                return within || rest.startsWith("$$$")
                        ? BlockStart.none()
                        : BlockStart.of(new MathBlockReader("")).atIndex(index);
            }
            if (rest.startsWith("\\begin{")) {
                Matcher environment = ENVIRONMENT.matcher(rest);
                if (environment.matches()) {
                    return BlockStart.of(new MathBlockReader(environment.group(1)))
                            .atIndex(index);
                }
            }
            return BlockStart.none();
        }
    }
}
