package org.collegium.source;

/** Takes the faults that a reader finds; a reader goes on after each, so that all are known at once. */
@FunctionalInterface
public interface FaultSink {

    void report(ImportFault fault);

    /** Reports what stops the import. */
    default void error(Place at, String code, Object... arguments) {
        report(ImportFault.of(FaultSeverity.ERROR, true, at, code, arguments));
    }

    /** Reports what is imported but must be mended before it is published. */
    default void blocking(Place at, String code, Object... arguments) {
        report(ImportFault.of(FaultSeverity.WARNING, true, at, code, arguments));
    }

    /** Reports what a person should look at. */
    default void warning(Place at, String code, Object... arguments) {
        report(ImportFault.of(FaultSeverity.WARNING, false, at, code, arguments));
    }

    /** Reports what is worth knowing. */
    default void note(Place at, String code, Object... arguments) {
        report(ImportFault.of(FaultSeverity.NOTE, false, at, code, arguments));
    }
}
