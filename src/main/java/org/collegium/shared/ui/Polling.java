package org.collegium.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks again and again while its component is on the page. A tab asks the server as often as the most impatient of its
 * components wants, and not at all when none waits for anything; whoever stops leaves the others as they are.
 */
public final class Polling implements Serializable {

    private static final int NEVER = -1;

    private final Component owner;
    private final SerializableRunnable look;
    private int interval = NEVER;

    /**
     * Looks at nothing yet.
     *
     * @param look what to do each time, within the tab's request
     */
    public Polling(Component owner, SerializableRunnable look) {
        this.owner = owner;
        this.look = look;
        owner.addAttachListener(event -> apply(event.getUI()));
        owner.addDetachListener(event -> Tab.of(event.getUI()).wants(this, NEVER));
    }

    /**
     * Looks from now on whenever so much time has passed, or more often if something else in the tab wants it; while the
     * component is not on the page, it waits until it is.
     */
    public void every(Duration time) {
        interval = Math.toIntExact(time.toMillis());
        owner.getUI().ifPresent(this::apply);
    }

    /** Looks no more. */
    public void stop() {
        interval = NEVER;
        owner.getUI().ifPresent(this::apply);
    }

    /** Looks every so often while something goes on, and else not. */
    public void whilst(boolean goingOn, Duration time) {
        if (goingOn) {
            every(time);
        } else {
            stop();
        }
    }

    private void apply(UI ui) {
        Tab.of(ui).wants(this, interval);
    }

    /** What the components of one tab want. */
    private static final class Tab implements Serializable {

        private final UI ui;
        private final Map<Polling, Integer> wishes = new LinkedHashMap<>();

        private Tab(UI ui) {
            this.ui = ui;
            ui.addPollListener(this::look);
        }

        static Tab of(UI ui) {
            Tab known = ComponentUtil.getData(ui, Tab.class);
            if (known != null) {
                return known;
            }
            Tab first = new Tab(ui);
            ComponentUtil.setData(ui, Tab.class, first);
            return first;
        }

        private void look(PollEvent event) {
            List.copyOf(wishes.keySet()).forEach(polling -> {
                if (wishes.containsKey(polling)) {
                    polling.look.run();
                }
            });
        }

        void wants(Polling polling, int interval) {
            if (interval == NEVER) {
                wishes.remove(polling);
            } else {
                wishes.put(polling, interval);
            }
            int shortest =
                    wishes.values().stream().mapToInt(Integer::intValue).min().orElse(NEVER);
            if (ui.getPollInterval() != shortest) {
                ui.setPollInterval(shortest);
            }
        }
    }
}
