package org.collegium.courses.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.collegium.shared.RuleViolation;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSeverity;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceLimits;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.YamlWriter;

/**
 * A lab that an author has: a notebook, or an archive with its notebook, its data and, if they wrote one, its {@code lab.yaml}.
 *
 * @param definition its {@code lab.yaml}, which is written where there is none
 * @param files all else, by paths from the folder of the lab
 */
public record BroughtLab(SourceFile definition, List<SourceFile> files) {

    private static final String DEFINITION = "lab.yaml";
    private static final long MEGABYTE = 1024L * 1024;

    /** All of it is in memory while it is read. */
    private static final SourceLimits LIMITS =
            new SourceLimits(64 * MEGABYTE, 20 * MEGABYTE, 500, 100, 10 * MEGABYTE, 200, 8);

    public BroughtLab {
        files = List.copyOf(files);
    }

    /**
     * Reads what somebody brought.
     *
     * @param name of the file, which ends in {@code .ipynb} or {@code .zip}
     * @param title of the lab where it has no {@code lab.yaml}
     * @throws RuleViolation when the archive is refused, or has no lab in it
     */
    public static BroughtLab of(String name, byte[] bytes, String title) {
        if (SourcePaths.extension(name).equals("ipynb")) {
            return around(List.of(SourceFile.of("lab.ipynb", bytes)), title);
        }
        try {
            Path zip = Files.createTempFile("lab", ".zip");
            try {
                Files.write(zip, bytes);
                return unpacked(zip, title);
            } finally {
                Files.deleteIfExists(zip);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BroughtLab unpacked(Path zip, String title) {
        FaultList faults = new FaultList();
        try (SourceTree tree = SourceTree.open(zip, LIMITS, faults).orElseThrow(() -> refused(faults))) {
            SortedMap<String, SourceFile> all = tree.files();
            return all.values().stream()
                    .filter(file ->
                            file.path().equals(DEFINITION) || file.path().endsWith("/" + DEFINITION))
                    .min(Comparator.comparingInt(file -> file.path().length()))
                    .map(definition -> below(all, definition))
                    .orElseGet(() -> around(
                            all.values().stream()
                                    .map(file -> SourceFile.of(file.path(), file.bytes()))
                                    .toList(),
                            title));
        }
    }

    private static BroughtLab below(SortedMap<String, SourceFile> all, SourceFile definition) {
        String path = definition.path();
        String folder = path.substring(0, path.length() - DEFINITION.length());
        List<SourceFile> files = all.values().stream()
                .filter(file -> file.path().startsWith(folder) && !file.path().equals(path))
                .map(file -> SourceFile.of(file.path().substring(folder.length()), file.bytes()))
                .toList();
        return new BroughtLab(SourceFile.of(DEFINITION, definition.bytes()), files);
    }

    /** What has no definition gets one, as long as it is clear which notebook is meant. */
    private static BroughtLab around(List<SourceFile> files, String title) {
        List<String> notebooks = files.stream()
                .map(SourceFile::path)
                .filter(path -> SourcePaths.extension(path).equals("ipynb"))
                .toList();
        if (notebooks.size() != 1) {
            throw new RuleViolation("courses.outline.lab-notebooks", notebooks.size());
        }
        YamlWriter yaml = new YamlWriter();
        yaml.field("format", "collegium-lab/1")
                .field("title", title.isBlank() ? SourcePaths.stem(notebooks.getFirst()) : title)
                .field("notebook", notebooks.getFirst());
        List<String> data = files.stream()
                .map(SourceFile::path)
                .filter(path -> !path.equals(notebooks.getFirst()))
                .toList();
        if (!data.isEmpty()) {
            yaml.field("files", data);
        }
        return new BroughtLab(SourceFile.of(DEFINITION, yaml.text()), files);
    }

    private static RuleViolation refused(FaultList faults) {
        return faults.faults().stream()
                .filter(fault -> fault.severity() == FaultSeverity.ERROR)
                .findFirst()
                .map(fault -> new RuleViolation("courses.draft.file-broken", fault.reason(), fault.remedy()))
                .orElseGet(() -> new RuleViolation("courses.outline.lab-notebooks", 0));
    }
}
