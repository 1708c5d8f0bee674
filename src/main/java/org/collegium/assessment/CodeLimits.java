package org.collegium.assessment;

/**
 * What code that is an answer may use.
 *
 * @param cellSeconds for the code, and for each test
 * @param totalSeconds for all of it together
 */
public record CodeLimits(int cellSeconds, int totalSeconds, int memoryMegabytes) {

    public static final CodeLimits USUAL = new CodeLimits(10, 60, 1024);
}
