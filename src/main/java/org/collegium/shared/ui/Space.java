package org.collegium.shared.ui;

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
}
