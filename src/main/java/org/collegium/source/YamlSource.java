package org.collegium.source;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 (core schema) that may be hostile: no types beyond JSON's, limits on size, depth and aliases. */
public final class YamlSource {

    static final int DEEPEST = 48;
    private static final int MOST_ALIASES = 200;
    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(MOST_CHARACTERS)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setAllowRecursiveKeys(false)
            .setUseMarks(true)
            .build();

    private YamlSource() {}

    /**
     * Reads one document.
     *
     * @return empty when it cannot be read at all; whatever is wrong is reported
     */
    public static Optional<YamlDocument> read(SourceFile file, FaultSink faults) {
        return file.text(faults).flatMap(text -> read(file, text, faults));
    }

    private static Optional<YamlDocument> read(SourceFile file, String text, FaultSink faults) {
        if (text.length() > MOST_CHARACTERS) {
            faults.error(file.place(), "yaml-too-large", file.path());
            return Optional.empty();
        }
        try {
            if (!modest(file, text, faults)) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty()) {
                faults.error(file.place(), "yaml-empty", file.path());
                return Optional.empty();
            }
            return new YamlNodes(file, faults).document(text, root.get());
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            Place at = mark == null ? file.place() : file.place(mark.getLine() + 1, mark.getColumn() + 1);
            faults.error(at, "yaml-syntax", plain(e));
        } catch (ReaderException e) {
            faults.error(lineOf(file, text, e.getPosition()), "yaml-character", Integer.toHexString(e.getCodePoint()));
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException _) {
            faults.error(file.place(), "yaml-syntax", "it is not YAML");
        }
        return Optional.empty();
    }

    private static String plain(MarkedYamlEngineException e) {
        String context = e.getContext() == null ? "" : e.getContext() + ": ";
        String problem = e.getProblem() == null ? "" : e.getProblem();
        return (context + problem).replace('\n', ' ').strip();
    }

    private static Place lineOf(SourceFile file, String text, int position) {
        String before = text.substring(0, Math.clamp(position, 0, text.length()));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return file.place(line, before.length() - before.lastIndexOf('\n'));
    }

    private static boolean modest(SourceFile file, String text, FaultSink faults) {
        int depth = 0;
        int aliases = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            switch (event) {
                case CollectionStartEvent _ -> depth++;
                case CollectionEndEvent _ -> depth--;
                case AliasEvent _ -> aliases++;
                default -> {}
            }
            if (depth > DEEPEST || aliases > MOST_ALIASES) {
                Place at = event.getStartMark()
                        .map(mark -> file.place(mark.getLine() + 1, mark.getColumn() + 1))
                        .orElseGet(file::place);
                faults.error(at, depth > DEEPEST ? "yaml-deep" : "yaml-aliases", DEEPEST, MOST_ALIASES);
                return false;
            }
        }
        return true;
    }
}
