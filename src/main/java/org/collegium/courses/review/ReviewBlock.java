package org.collegium.courses.review;

/**
 * A part of a unit at which comments can stand: a paragraph, a cell, a question.
 *
 * @param number within the unit, from 0
 * @param html as it is read; empty for what is shown as it is written
 * @param text its words
 * @param line at which it begins as it is written, from 1; 0 where it is read
 * @param hash of its words
 */
public record ReviewBlock(int number, String html, String text, int line, String hash) {}
