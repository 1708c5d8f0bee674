package org.collegium.labs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.collegium.activity.ActivityCounts;
import org.collegium.activity.ActivityFacts;
import org.collegium.activity.ActivityFacts.SkillReference;
import org.collegium.activity.ActivityFormat;
import org.collegium.activity.ActivityTexts;
import org.collegium.activity.FileReference;
import org.collegium.activity.FileReference.Use;
import org.collegium.labs.notebook.NotebookCell;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.springframework.stereotype.Component;

/** Labs as a kind of activity. */
@Component
final class LabFormat implements ActivityFormat {

    static final String KIND = "lab";
    private static final int USUAL_MINUTES = 30;

    private final ActivityTexts texts;

    LabFormat(ActivityTexts texts) {
        this.texts = texts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** What the file alone says; whether its notebook is right is asked where the course is at hand. */
    @Override
    public ActivityFacts check(SourceFile file, FaultSink faults) {
        if (!isYaml(file, faults)) {
            return ActivityFacts.NONE;
        }
        return LabReader.readWithPlaces(file, faults)
                .map(read -> facts(read, 0, faults))
                .orElse(ActivityFacts.NONE);
    }

    @Override
    public ActivityFacts check(SourceFile file, Function<String, Optional<SourceFile>> courseFiles, FaultSink faults) {
        if (!isYaml(file, faults)) {
            return ActivityFacts.NONE;
        }
        Optional<Lab> lab = LabReader.read(file, courseFiles, faults);
        int cells = lab.map(found -> (int) found.notebook().cells().stream()
                        .filter(NotebookCell::isCode)
                        .count())
                .orElse(0);
        return LabReader.readWithPlaces(file, fault -> {})
                .map(read -> facts(read, cells, faults))
                .orElse(ActivityFacts.NONE);
    }

    private static boolean isYaml(SourceFile file, FaultSink faults) {
        boolean yaml = file.path().matches("(?i).*\\.ya?ml");
        if (!yaml) {
            faults.error(file.place(), "kind-extension", file.path(), KIND, ".yaml");
        }
        return yaml;
    }

    private ActivityFacts facts(LabReader.Read read, int codeCells, FaultSink faults) {
        LabDefinition lab = read.definition();
        YamlDocument yaml = read.yaml();
        List<FileReference> references = new ArrayList<>();
        references.add(new FileReference(lab.notebook(), "", Use.DATA, yaml.place("/notebook")));
        for (int i = 0; i < lab.files().size(); i++) {
            references.add(new FileReference(lab.files().get(i), "", Use.DATA, yaml.place("/files/" + i)));
        }
        int formulas = pointers(yaml)
                .mapToInt(pointer -> {
                    ActivityTexts.Found found = texts.check(
                            yaml.at(pointer).asString(""),
                            (cell, line, column) -> yaml.place(pointer, line, column),
                            faults);
                    references.addAll(found.references());
                    return found.facts().formulas();
                })
                .sum();
        List<SkillReference> skills = new ArrayList<>();
        for (int i = 0; i < lab.skills().size(); i++) {
            skills.add(new SkillReference(lab.skills().get(i), yaml.place("/skills/" + i)));
        }
        return new ActivityFacts(
                lab.title(),
                lab.minutes() > 0 ? lab.minutes() : USUAL_MINUTES,
                new ActivityCounts(0, formulas, codeCells, 0, 0),
                references,
                skills);
    }

    /** Where Markdown stands in the file. */
    private static Stream<String> pointers(YamlDocument yaml) {
        List<String> pointers = new ArrayList<>(List.of("/intro"));
        for (int i = 0; i < yaml.at("/hints").size(); i++) {
            for (int j = 0; j < yaml.at("/hints/" + i + "/texts").size(); j++) {
                pointers.add("/hints/" + i + "/texts/" + j);
            }
        }
        return pointers.stream()
                .filter(pointer -> !yaml.at(pointer).asString("").isBlank());
    }
}
