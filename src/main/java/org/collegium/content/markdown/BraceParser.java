package org.collegium.content.markdown;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/** Reads what begins with a brace: roles, and attributes behind an image or a heading. */
final class BraceParser implements InlineContentParser {

    private static final int LONGEST = 500;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w:+.-]*");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "\\s*(?:#([\\w:.-]+)|\\.([\\w-]+)|([A-Za-z][\\w-]*)=(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'}]+)))");

    @Override
    public @Nullable ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        boolean behindWord = !Character.isWhitespace(scanner.peekPreviousCodePoint());
        Position start = scanner.position();
        scanner.next();
        String inner = braced(scanner);
        if (inner == null) {
            return ParsedInline.none();
        }
        if (NAME.matcher(inner).matches()) {
            return role(scanner, inner);
        }
        Map<String, String> values = attributes(inner);
        boolean heading = inner.startsWith("#");
        return values.isEmpty() || !(behindWord || heading)
                ? ParsedInline.none()
                : ParsedInline.of(
                        new Attributes(
                                scanner.getSource(start, scanner.position()).getContent(), values),
                        scanner.position());
    }

    private static @Nullable String braced(Scanner scanner) {
        Position start = scanner.position();
        char quote = 0;
        for (int count = 0; count < LONGEST && scanner.hasNext(); count++) {
            char c = scanner.peek();
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '}') {
                String inner = scanner.getSource(start, scanner.position()).getContent();
                scanner.next();
                return inner;
            } else if (c == '{') {
                return null;
            }
            scanner.next();
        }
        return null;
    }

    private static @Nullable ParsedInline role(Scanner scanner, String name) {
        int ticks = scanner.matchMultiple('`');
        if (ticks == 0) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        while (scanner.find('`') >= 0) {
            Position end = scanner.position();
            if (scanner.matchMultiple('`') == ticks) {
                String content = scanner.getSource(start, end).getContent();
                return content.isBlank()
                        ? ParsedInline.none()
                        : ParsedInline.of(new Role(name.toLowerCase(Locale.ROOT), content), scanner.position());
            }
        }
        return ParsedInline.none();
    }

    private static Map<String, String> attributes(String inner) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(inner);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            if (matcher.group(1) != null) {
                values.put("id", matcher.group(1));
            } else if (matcher.group(2) != null) {
                values.merge("class", matcher.group(2), (one, other) -> one + " " + other);
            } else {
                values.put(
                        matcher.group(3).toLowerCase(Locale.ROOT),
                        matcher.group(4) != null
                                ? matcher.group(4)
                                : matcher.group(5) != null ? matcher.group(5) : matcher.group(6));
            }
        }
        return inner.substring(end).isBlank() ? values : Map.of();
    }

    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('{');
        }

        @Override
        public InlineContentParser create() {
            return new BraceParser();
        }
    }
}
