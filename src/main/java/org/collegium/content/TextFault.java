package org.collegium.content;

/**
 * Something in a text that could not be shown as written.
 *
 * @param line from 1; of the file, but in a notebook in JSON of the cell
 * @param column from 1
 * @param code stable name of the kind of fault
 * @param message what is wrong, in English
 * @param remedy what to do, in English
 * @param cell the cell of a notebook, from 1; 0 in a text
 */
public record TextFault(int line, int column, String code, String message, String remedy, int cell) {}
