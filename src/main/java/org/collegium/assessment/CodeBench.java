package org.collegium.assessment;

import java.util.List;

/** Where learners try their code in the browser, apart from the page. The module that has Python there contributes a bean. */
public interface CodeBench {

    /**
     * What the page hands to the script of the bench, as JSON, in the language of the person; {@code script} in it is the address of that script.
     *
     * @param packages that the code needs; where the browser lacks one, nothing can be run, and the bench says so
     */
    String data(List<String> packages);
}
