package org.collegium.shared.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four spaces of the platform; each has its own navigation. */
public enum Space {
    LEARN("shared.space.learn", false),
    STUDIO("shared.space.studio", true),
    REGISTRY("shared.space.registry", true),
    OPERATIONS("shared.space.operations", true);

    private final String label;
    private final boolean drawer;

    Space(String label, boolean drawer) {
        this.label = label;
        this.drawer = drawer;
    }

    /** The message key of its name. */
    public String label() {
        return label;
    }

    /** Whether its navigation is a drawer beside the page; otherwise it stands in the top bar. */
    public boolean drawer() {
        return drawer;
    }

    /** The space to which a place belongs by the beginning of its address; empty for one that says nothing. */
    static Optional<Space> of(String place) {
        return Arrays.stream(values())
                .filter(space -> place.startsWith("/" + space.name().toLowerCase(Locale.ROOT) + "/"))
                .findFirst();
    }
}
