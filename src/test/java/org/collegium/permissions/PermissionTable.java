package org.collegium.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * A table of outcomes: a line is an operation, a column a {@link Persona}. In the file the cells stand in columns of spaces;
 * lines that begin with {@code #} are comments.
 */
record PermissionTable(SortedMap<String, List<String>> rows) {

    private static final String[] HEAD =
            Arrays.stream(Persona.values()).map(Persona::title).toArray(String[]::new);

    /** Reads a table from the test resources. */
    private static PermissionTable stated(String name) {
        try {
            String text = new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
            SortedMap<String, List<String>> rows = new TreeMap<>();
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s{2,}"))
                    .filter(cells -> !isHead(cells))
                    .forEach(cells -> {
                        if (rows.put(cells[0], List.of(cells).subList(1, cells.length)) != null) {
                            throw new IllegalStateException(name + " states twice: " + cells[0]);
                        }
                    });
            return new PermissionTable(rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Compares with a table in {@code src/test/resources/permissions}, which people review. */
    void isWhatPeopleReviewed(String file) {
        assertThat(differencesFrom(stated("permissions/" + file)))
                .as("src/test/resources/permissions/%s against the code; what is true is in %s"
                        .formatted(file, writeTo(Path.of("target", "permissions", file))))
                .isEmpty();
    }

    /** What this table says otherwise than the stated one, one line each; empty when they agree. */
    private List<String> differencesFrom(PermissionTable stated) {
        List<String> differences = new ArrayList<>();
        SortedSet<String> all = new TreeSet<>(rows.keySet());
        all.addAll(stated.rows.keySet());
        for (String operation : all) {
            List<String> actual = rows.get(operation);
            List<String> expected = stated.rows.get(operation);
            if (expected == null) {
                differences.add("not in the table: " + line(operation, Objects.requireNonNull(actual)));
            } else if (actual == null) {
                differences.add("in the table, but gone: " + operation);
            } else if (expected.size() != HEAD.length) {
                differences.add("needs " + HEAD.length + " cells: " + operation);
            } else {
                for (int column = 0; column < HEAD.length; column++) {
                    if (!expected.get(column).equals(actual.get(column))) {
                        differences.add("%s as %s: the table says %s, the code %s"
                                .formatted(operation, HEAD[column], expected.get(column), actual.get(column)));
                    }
                }
            }
        }
        return differences;
    }

    /** Writes what is true to a file, for looking at the difference. */
    private Path writeTo(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, this + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public String toString() {
        return line("", List.of(HEAD)) + "\n"
                + rows.entrySet().stream()
                        .map(row -> line(row.getKey(), row.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private String line(String operation, List<String> cells) {
        int width = Math.max(
                40, rows.keySet().stream().mapToInt(String::length).max().orElse(0));
        StringBuilder line = new StringBuilder(pad(operation, width));
        for (int column = 0; column < cells.size(); column++) {
            line.append("  ").append(pad(cells.get(column), HEAD[column].length()));
        }
        return line.toString().stripTrailing();
    }

    private static boolean isHead(String[] cells) {
        return Arrays.equals(cells, HEAD);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    static PermissionTable of(Map<String, List<String>> rows) {
        return new PermissionTable(new TreeMap<>(rows));
    }
}
