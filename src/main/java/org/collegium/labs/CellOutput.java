package org.collegium.labs;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a cell showed when it ran.
 *
 * @param cell index from 0 in the submission; -1 for the author's own, restored
 * @param outputs as nbformat 4 writes them
 */
public record CellOutput(int cell, String gradeId, boolean failed, List<JsonNode> outputs) {

    public CellOutput {
        outputs = List.copyOf(outputs);
    }
}
