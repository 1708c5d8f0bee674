package org.collegium.content.markdown;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads lesson text into a tree whose nodes know their places in the source. */
public final class Markdown {

    /** How many blocks may lie inside one another; deeper ones are read as text. */
    public static final int DEEPEST_BLOCK = 64;

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.builder().requireTwoTildes(true).build(),
            TaskListItemsExtension.create(),
            FootnotesExtension.create(),
            AutolinkExtension.create());

    private Markdown() {}

    /** Reads a text; safe for use by several threads. */
    public static Node parse(String text) {
        return parser().parse(text);
    }

    private static Parser parser() {
        return Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(DEEPEST_BLOCK)
                .inlineParserFactory(GuardedInlineParser::new)
                .customBlockParserFactory(new DirectiveStart())
                .customBlockParserFactory(new MathBlockReader.Start())
                .customBlockParserFactory(new LineMarkStart())
                .customBlockParserFactory(new ParagraphLimit())
                .customInlineContentParserFactory(new DollarParser.Factory())
                .customInlineContentParserFactory(new BraceParser.Factory())
                .postProcessor(new DepthLimit())
                .extensions(EXTENSIONS)
                .build();
    }
}
