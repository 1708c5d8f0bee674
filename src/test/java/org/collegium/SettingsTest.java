package org.collegium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The settings mean what their names say. */
@Tag("unit")
class SettingsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(COLLEGIUM_[A-Z_]+)");

    /** Spring reads {@code COLLEGIUM_ADDRESS} as {@code collegium.address}, whatever another setting does with it. */
    @Test
    void noEnvironmentVariableSetsTwoThings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        flatten("", load(), settings);
        assertThat(settings).containsKeys("collegium.address", "server.address");
        settings.forEach((name, value) -> VARIABLE.matcher(value)
                .results()
                .map(found -> found.group(1))
                .forEach(variable -> assertThat(settings.keySet())
                        .as("%s is read by %s and also stands for a setting of its own", variable, name)
                        .filteredOn(other -> !other.equals(name) && variable.equals(variableOf(other)))
                        .isEmpty()));
    }

    private static String variableOf(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }

    private static Object load() throws IOException {
        return new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("src/main/resources/application.yaml")));
    }

    private static void flatten(String prefix, Object node, Map<String, String> into) {
        switch (node) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> flatten(
                        prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key, value == null ? "" : value, into));
            case List<?> list -> list.forEach(value -> flatten(prefix, String.valueOf(value), into));
            default -> into.put(prefix, String.valueOf(node));
        }
    }
}
