package org.collegium.activity;

import java.util.List;

/** Whether an activity may be published, as far as is known now. */
public sealed interface Readiness {

    /** What is said of it to its author. */
    List<Sentence> sentences();

    /** Whether the course cannot be published before this changes. */
    default boolean blocks() {
        return !(this instanceof Ready);
    }

    /**
     * A sentence for authors.
     *
     * @param key of the message
     * @param arguments that fill it
     */
    record Sentence(String key, List<Object> arguments) {
        public Sentence {
            arguments = List.copyOf(arguments);
        }

        public static Sentence of(String key, Object... arguments) {
            return new Sentence(key, List.of(arguments));
        }
    }

    /** It does what it promises; what its author may still want to know is said. */
    record Ready(List<Sentence> sentences, List<Sentence> outcome) implements Readiness {
        public Ready {
            sentences = List.copyOf(sentences);
            outcome = List.copyOf(outcome);
        }

        /** Of whose outcome there is nothing to say. */
        public Ready(List<Sentence> sentences) {
            this(sentences, List.of());
        }
    }

    /** It is being tried, or will be soon. */
    record Trying() implements Readiness {
        @Override
        public List<Sentence> sentences() {
            return List.of();
        }
    }

    /** It cannot be tried now, which is no fault of its own; it is said why, and how that is mended. */
    record Waiting(List<Sentence> sentences) implements Readiness {
        public Waiting {
            sentences = List.copyOf(sentences);
        }
    }

    /** It does not do what it promises. */
    record NotReady(List<Sentence> sentences) implements Readiness {
        public NotReady {
            sentences = List.copyOf(sentences);
        }
    }
}
