package org.collegium.labs.marking;

/**
 * A cell for which a person gives points.
 *
 * @param question what is asked, Markdown: the cell itself when it is the author's, else the last text before it
 * @param waiting how many learners have no points for it yet, or none since they last handed in
 * @param given how many have
 */
public record HandCell(String gradeId, String question, double maxPoints, int waiting, int given) {}
