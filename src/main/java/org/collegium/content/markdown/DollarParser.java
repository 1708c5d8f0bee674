package org.collegium.content.markdown;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.text.AsciiMatcher;
import org.commonmark.text.CharMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Reads formulas within a line. As in Pandoc, the opening dollar is followed by no space, the closing one is not preceded
 * by a space nor followed by a digit, so that "costs $5 and $6" stays text.
 */
final class DollarParser implements InlineContentParser {

    private static final CharMatcher DOLLAR_OR_BACKSLASH =
            AsciiMatcher.builder().c('$').c('\\').build();

    @Override
    public @Nullable ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        return scanner.next('$') ? display(scanner) : inline(scanner);
    }

    private static ParsedInline display(Scanner scanner) {
        Position start = scanner.position();
        while (toDollar(scanner)) {
            Position end = scanner.position();
            scanner.next();
            if (scanner.next('$')) {
                String tex = scanner.getSource(start, end).getContent().strip();
                if (!tex.isEmpty()) {
                    return ParsedInline.of(new InlineMath(tex, true), scanner.position());
                }
                break;
            }
        }
        return ParsedInline.of(new Text("$$"), start);
    }

    private static @Nullable ParsedInline inline(Scanner scanner) {
        Position start = scanner.position();
        if (!scanner.hasNext() || Character.isWhitespace(scanner.peek()) || !toDollar(scanner)) {
            return ParsedInline.none();
        }
        Position end = scanner.position();
        boolean spaceBefore = Character.isWhitespace(scanner.peekPreviousCodePoint());
        scanner.next();
        if (spaceBefore || Character.isDigit(scanner.peek())) {
            return ParsedInline.none();
        }
        String tex = scanner.getSource(start, end).getContent();
        return tex.isBlank() ? ParsedInline.none() : ParsedInline.of(new InlineMath(tex, false), scanner.position());
    }

    /** Goes to the next dollar that no backslash escapes. */
    private static boolean toDollar(Scanner scanner) {
        while (scanner.find(DOLLAR_OR_BACKSLASH) >= 0) {
            if (scanner.peek() == '$') {
                return true;
            }
            scanner.next();
            if (scanner.hasNext()) {
                scanner.next();
            }
        }
        return false;
    }

    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new DollarParser();
        }
    }
}
