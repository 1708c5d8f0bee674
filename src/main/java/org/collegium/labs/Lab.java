package org.collegium.labs;

import java.util.Map;
import org.collegium.labs.notebook.LabNotebook;
import org.collegium.source.SourceFile;

/**
 * A lab as its author wrote it.
 *
 * @param files the data that the notebook reads, by the paths by which it reads them
 */
public record Lab(LabDefinition definition, LabNotebook notebook, Map<String, SourceFile> files) {

    public Lab {
        files = Map.copyOf(files);
    }

    /** How work on this lab is graded. */
    public GradingPlan plan() {
        return GradingPlan.of(this);
    }
}
