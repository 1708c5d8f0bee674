package org.collegium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

@Tag("unit")
class ModularityTests {

    private static final Path DRAWING = Path.of("docs", "modules.md");

    private final ApplicationModules modules = ApplicationModules.of(CollegiumApplication.class);

    @Test
    void modulesKeepTheirBoundaries() {
        modules.verify();
    }

    @Test
    void theDrawingInTheDocumentsIsCurrent() throws IOException {
        Path current = Path.of("target", "modules.md");
        Files.createDirectories(current.getParent());
        Files.writeString(current, drawing());

        assertThat(DRAWING).as("copy %s to %s", current, DRAWING).hasSameTextualContentAs(current);
    }

    private String drawing() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (ApplicationModule module : modules) {
            uses.put(
                    module.getIdentifier().toString(),
                    module.getDirectDependencies(modules)
                            .uniqueModules()
                            .map(used -> used.getIdentifier().toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        StringBuilder text = new StringBuilder("""
                # Modules

                Drawn from the code; a test fails when this page and the code differ. An arrow means "uses"; the drawing leaves out
                what `shared` offers to everybody, and arrows that follow from others. The table has them all.

                ```mermaid
                graph TD
                """);
        uses.forEach((module, used) -> used.stream()
                .filter(one -> !one.equals("shared"))
                .filter(one -> used.stream().noneMatch(other -> !other.equals(one) && reaches(uses, other, one)))
                .forEach(one -> text.append("    ")
                        .append(module)
                        .append(" --> ")
                        .append(one)
                        .append('\n')));
        text.append("```\n\n| module | what it is for | uses |\n|---|---|---|\n");
        for (var entry : uses.entrySet()) {
            text.append("| `").append(entry.getKey()).append("` | ").append(purpose(entry.getKey()));
            text.append(" | ").append(String.join(", ", entry.getValue())).append(" |\n");
        }
        return text.toString();
    }

    private static boolean reaches(Map<String, Set<String>> uses, String from, String to) {
        Set<String> used = uses.getOrDefault(from, Set.of());
        return used.contains(to) || used.stream().anyMatch(next -> reaches(uses, next, to));
    }

    /** What the description of the package says. */
    private static String purpose(String module) throws IOException {
        String text =
                Files.readString(Path.of("src/main/java/org/collegium", module.replace('.', '/'), "package-info.java"));
        String comment = text.substring(text.indexOf("/**") + 3, text.indexOf("*/"));
        return comment.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                .strip();
    }
}
