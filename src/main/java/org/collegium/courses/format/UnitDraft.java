package org.collegium.courses.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.source.SourcePaths;

/** A unit as {@code course.yaml} has it, before its file is read. */
record UnitDraft(YamlFields fields, String kind, String file, List<UnitDraft> units) {

    /** Reads the units below a field, leaving out those that name no file of a known kind. */
    static List<UnitDraft> read(YamlFields above, List<String> kinds) {
        List<UnitDraft> drafts = new ArrayList<>();
        for (YamlFields fields : above.list("units")) {
            List<UnitDraft> below = read(fields, kinds);
            Optional<String> kind =
                    kinds.stream().filter(word -> fields.text(word).isPresent()).findFirst();
            drafts.add(new UnitDraft(
                    fields, kind.orElse(""), kind.flatMap(fields::text).orElse(""), below));
        }
        return drafts;
    }

    Stream<UnitDraft> all() {
        return Stream.concat(Stream.of(this), units.stream().flatMap(UnitDraft::all));
    }

    String key() {
        return fields.text("key").orElse("");
    }

    /** The path of the file without detours; empty when it leaves the course or there is none. */
    Optional<String> path() {
        return file.isEmpty() ? Optional.empty() : SourcePaths.resolve("", file).filter(path -> !path.isEmpty());
    }
}
