package org.collegium.labs.notebook;

/**
 * A cell of a notebook.
 *
 * @param number from 1, in the order of the notebook
 * @param type {@code code}, {@code markdown} or {@code raw}
 * @param source without a line end after the last line
 * @param gradeId names the cell in its lab; empty for a plain one
 * @param points what it is worth; 0 when it is not graded
 */
public record NotebookCell(int number, String type, String source, String gradeId, CellKind kind, double points) {

    public boolean isCode() {
        return type.equals("code");
    }
}
