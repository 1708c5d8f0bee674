package org.collegium.assessment.exchange;

import org.collegium.source.Place;

/** Why an item cannot be carried over, and where it shows. */
final class LeftOut extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Place place;
    private final String code;
    private final transient Object[] arguments;

    /** @param code of a fault whose first argument is the name of the item, which is added here */
    LeftOut(Place place, String code, Object... arguments) {
        super(code);
        this.place = place;
        this.code = code;
        this.arguments = arguments;
    }

    Place place() {
        return place;
    }

    String code() {
        return code;
    }

    Object[] argumentsOf(String name) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = name;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }
}
