package org.collegium.courses;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;

/** A field for one of the runs of a course, as pages of Studio have it; hidden where there is nothing to choose. */
public final class RunField extends Select<CourseRun> {

    /** @param label what the field is called, in the language of the page */
    public RunField(String label) {
        setLabel(label);
        setItemLabelGenerator(CourseRun::title);
    }

    /** Offers runs, and chooses the one that the address names, else the first; none where there are none. */
    public void offer(List<CourseRun> runs, QueryParameters address) {
        String wanted = address.getSingleParameter("run").orElse("");
        setItems(runs);
        setVisible(runs.size() > 1);
        runs.stream()
                .filter(run -> run.id().toString().equals(wanted))
                .findFirst()
                .or(() -> runs.stream().findFirst())
                .ifPresent(this::setValue);
    }
}
