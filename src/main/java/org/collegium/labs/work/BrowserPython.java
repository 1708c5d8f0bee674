package org.collegium.labs.work;

import java.util.Collection;
import org.collegium.labs.Lab;
import org.collegium.labs.LabDefinition.RunsOn;
import org.collegium.labs.browser.BrowserWheels;
import org.springframework.stereotype.Component;

/** What Python in the browser has, and so where the cells of a lab can run. */
@Component
public class BrowserPython {

    private final BrowserWheels wheels;

    BrowserPython(BrowserWheels wheels) {
        this.wheels = wheels;
    }

    /** Whether each of these packages is there, beside the standard library. */
    public boolean has(Collection<String> packages) {
        return packages.isEmpty() || wheels.inBrowser(packages).lacking().isEmpty();
    }

    /** Where learners run the cells of a lab: as its author says, but on the server when the browser lacks a package. */
    public RunsOn placeOf(Lab lab) {
        return has(lab.definition().packages()) ? lab.definition().runsOn() : RunsOn.SERVER;
    }
}
