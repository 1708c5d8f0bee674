package org.collegium.demonstration;

import java.util.List;

/** How far the demonstration is loaded; one thread loads, and those of requests read. */
final class LoadProgress {

    private volatile State state;

    private LoadProgress(State state) {
        this.state = state;
    }

    /** Nothing is loaded yet. */
    static LoadProgress beforeLoading() {
        return new LoadProgress(new State(Part.PEOPLE, 0, 0));
    }

    /** Everything was loaded by an earlier start. */
    static LoadProgress loaded() {
        return new LoadProgress(new State(Part.READY, 0, 0));
    }

    /** What is loaded, in this order. */
    enum Part {
        PEOPLE,
        COURSES,
        DEEDS,
        READY
    }

    /**
     * Where the load stands.
     *
     * @param done how much of the part is loaded
     * @param all how much there is of it, 0 while that is not known
     */
    record State(Part part, int done, int all) {

        boolean ready() {
            return part == Part.READY;
        }

        /** The parts to wait for. */
        public List<Part> parts() {
            return List.of(Part.PEOPLE, Part.COURSES, Part.DEEDS);
        }

        /** Whether a part is loaded wholly. */
        public boolean isDone(Part asked) {
            return asked.compareTo(part) < 0;
        }

        public boolean isNow(Part asked) {
            return asked == part;
        }
    }

    State state() {
        return state;
    }

    void begin(Part part, int all) {
        state = new State(part, 0, all);
    }

    void oneMore() {
        State now = state;
        state = new State(now.part(), now.done() + 1, now.all());
    }

    void end() {
        state = new State(Part.READY, 0, 0);
    }
}
