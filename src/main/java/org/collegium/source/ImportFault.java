package org.collegium.source;

import java.util.Comparator;
import java.util.List;

/**
 * One thing found while reading a source: what is wrong, where, and what to do.
 *
 * @param blocksPublishing whether what was imported must not be published before this is mended
 * @param file path from the root of the source; empty for the source as a whole
 * @param line from 1; 0 for the file as a whole
 * @param column from 1; 0 for the line as a whole
 * @param code names the kind of fault; {@code import.<code>.reason} and {@code import.<code>.remedy} are its message keys
 * @param arguments fill the messages
 * @param reason what is wrong, in English
 * @param remedy what to do, in English
 */
public record ImportFault(
        FaultSeverity severity,
        boolean blocksPublishing,
        String file,
        int line,
        int column,
        String code,
        List<String> arguments,
        String reason,
        String remedy)
        implements Comparable<ImportFault> {

    private static final Comparator<ImportFault> ORDER = Comparator.comparing(ImportFault::place)
            .thenComparing(ImportFault::severity)
            .thenComparing(ImportFault::code)
            .thenComparing(ImportFault::reason);

    public ImportFault {
        arguments = List.copyOf(arguments);
    }

    static ImportFault of(
            FaultSeverity severity, boolean blocksPublishing, Place at, String code, Object... arguments) {
        List<String> texts = FaultTexts.printable(arguments);
        return new ImportFault(
                severity,
                blocksPublishing,
                FaultTexts.printable(at.file()),
                at.line(),
                at.column(),
                code,
                texts,
                FaultTexts.reason(code, texts),
                FaultTexts.remedy(code, texts));
    }

    /** Where it is. */
    public Place place() {
        return new Place(file, line, column);
    }

    @Override
    public int compareTo(ImportFault other) {
        return ORDER.compare(this, other);
    }
}
