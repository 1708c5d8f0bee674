package org.collegium.content;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads notebooks: nbformat 4 in JSON, or scripts in jupytext's percent format. */
@Component
public class NotebookReader {

    private static final Pattern MARKER = Pattern.compile("(?m)^(?:#|//) ?%%(?:[ \\t\\[]|$)");

    /**
     * Reads a notebook.
     *
     * @param fileName only its ending counts: {@code .ipynb} is JSON, everything else a script
     */
    public NotebookReading read(String fileName, String text) {
        return fileName.endsWith(".ipynb")
                ? NotebookJson.read(text)
                : new NotebookReading.Read(PercentScript.read(fileName, text));
    }

    /** Whether a script is divided into cells, and so meant to be read as a notebook. */
    public boolean hasCells(String script) {
        return MARKER.matcher(script).find();
    }
}
