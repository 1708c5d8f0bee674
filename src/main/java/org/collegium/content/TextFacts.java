package org.collegium.content;

import java.util.List;

/**
 * What is in a text.
 *
 * @param words of prose, code blocks and formulas left out
 * @param minutes that reading takes, at least 1
 * @param figures pictures of every kind
 * @param formulas within lines and as blocks
 * @param codeBlocks blocks of code in the text, cells of a notebook left out
 * @param codeCells code cells of a notebook
 */
public record TextFacts(
        int words,
        int minutes,
        int figures,
        int formulas,
        int codeBlocks,
        int tables,
        int admonitions,
        int codeCells,
        List<Heading> headings,
        List<Label> labels,
        List<Reference> references) {

    public TextFacts {
        headings = List.copyOf(headings);
        labels = List.copyOf(labels);
        references = List.copyOf(references);
    }
}
