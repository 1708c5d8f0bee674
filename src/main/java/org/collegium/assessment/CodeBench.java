package org.collegium.assessment;

import com.vaadin.flow.component.Component;
import java.util.List;

/** Where learners try their code in the browser, apart from the page. The module that has Python there contributes a bean. */
public interface CodeBench {

    /**
     * What the page hands to the script of the bench, as JSON; {@code script} in it is the address of that script.
     *
     * @param in says the words in its language
     * @param packages that the code needs; where the browser lacks one, nothing can be run, and the bench says so
     */
    String data(Component in, List<String> packages);
}
