package org.collegium.content;

/** What came of reading a notebook. */
public sealed interface NotebookReading {

    /** It could be read. */
    record Read(Notebook notebook) implements NotebookReading {}

    /** It is no notebook of a known format; the fault says where and why. */
    record Refused(TextFault fault) implements NotebookReading {}
}
