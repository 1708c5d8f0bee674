package org.collegium.activity;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Told to the tab in which an activity was just finished, so that the page around it can follow. */
public final class ActivityTold extends ComponentEvent<UI> {

    private final transient ActivityCompleted activity;

    private ActivityTold(UI source, ActivityCompleted activity) {
        super(source, false);
        this.activity = activity;
    }

    /** Tells a tab what was finished outside of its requests, such as a grade that was waited for. */
    public static void tell(UI tab, ActivityCompleted activity) {
        ComponentUtil.fireEvent(tab, new ActivityTold(tab, activity));
    }

    public ActivityCompleted activity() {
        return activity;
    }

    /** Speaks when the result is kept, to the tab from whose request it came. */
    @Component
    static class Teller {

        @TransactionalEventListener(fallbackExecution = true)
        void on(ActivityCompleted activity) {
            Optional.ofNullable(UI.getCurrent()).ifPresent(tab -> tell(tab, activity));
        }
    }
}
