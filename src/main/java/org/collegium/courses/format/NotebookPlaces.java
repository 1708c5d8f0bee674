package org.collegium.courses.format;

import java.util.ArrayList;
import java.util.List;
import org.collegium.activity.ActivityTexts.Placing;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Finds where in the JSON of a notebook a line of a cell stands, so that a person can look it up. */
public final class NotebookPlaces implements Placing {

    private final SourceFile file;
    private final List<List<Integer>> linesOfCells = new ArrayList<>();

    private NotebookPlaces(SourceFile file) {
        this.file = file;
    }

    /** The places of a notebook in JSON. */
    public static Placing of(SourceFile file, String json) {
        NotebookPlaces places = new NotebookPlaces(file);
        try (JsonParser parser = JsonMapper.shared().createParser(json)) {
            places.read(parser);
        } catch (JacksonException _) {
            places.linesOfCells.clear();
        }
        return places;
    }

    private void read(JsonParser parser) {
        int depth = 0;
        boolean inCells = false;
        List<Integer> source = List.of();
        String field = "";
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case START_OBJECT, START_ARRAY -> {
                    depth++;
                    if (depth == 2 && field.equals("cells")) {
                        inCells = true;
                    } else if (depth == 3 && inCells) {
                        source = new ArrayList<>();
                        linesOfCells.add(source);
                    }
                }
                case END_OBJECT, END_ARRAY -> {
                    depth--;
                    inCells = inCells && depth >= 2;
                }
                case PROPERTY_NAME -> field = depth <= 3 ? parser.currentName() : field;
                case VALUE_STRING -> {
                    if (inCells && field.equals("source") && (depth == 3 || depth == 4)) {
                        int line = parser.currentTokenLocation().getLineNr();
                        long lines = Math.max(1, parser.getString().lines().count());
                        for (long i = 0; i < lines; i++) {
                            source.add(line);
                        }
                    }
                }
                default -> {}
            }
        }
    }

    @Override
    public Place at(int cell, int line, int column) {
        if (cell < 1 || cell > linesOfCells.size()) {
            return file.place();
        }
        List<Integer> lines = linesOfCells.get(cell - 1);
        if (lines.isEmpty()) {
            return file.place();
        }
        return file.place(lines.get(Math.clamp(line - 1, 0, lines.size() - 1)), 0);
    }
}
