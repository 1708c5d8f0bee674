package org.collegium.credentials.templates;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of a design. Each has an id of its own within the design, by which it is moved, changed and named in faults. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Logo.class, name = "logo"),
    @JsonSubTypes.Type(value = Block.Words.class, name = "words"),
    @JsonSubTypes.Type(value = Block.Fact.class, name = "fact"),
    @JsonSubTypes.Type(value = Block.Signatures.class, name = "signatures"),
    @JsonSubTypes.Type(value = Block.Check.class, name = "check"),
    @JsonSubTypes.Type(value = Block.Rule.class, name = "rule"),
    @JsonSubTypes.Type(value = Block.Room.class, name = "room"),
    @JsonSubTypes.Type(value = Block.Columns.class, name = "columns")
})
public sealed interface Block {

    String id();

    /** The same part under another id. */
    Block named(String id);

    /** Where text stands; START is the side at which one begins to read. */
    enum Align {
        START,
        CENTRE,
        END
    }

    /** Which of the design's colours. */
    enum Tone {
        INK,
        QUIET,
        ACCENT
    }

    /**
     * How text looks.
     *
     * @param points its size, 7 to 60
     */
    record Look(Align align, Tone tone, int points, boolean strong) {}

    /**
     * A picture of whoever gives the certificate, or their name where there is none.
     *
     * @param height in millimetres, 6 to 60
     * @param text what the picture shows, for those who hear the page
     */
    record Logo(String id, @Nullable UUID image, Texts text, int height, Align align) implements Block {
        @Override
        public Block named(String other) {
            return new Logo(other, image, text, height, align);
        }
    }

    /** @param heading whether it is the title of the page */
    record Words(String id, Texts text, boolean heading, Look look) implements Block {
        @Override
        public Block named(String other) {
            return new Words(other, text, heading, look);
        }
    }

    /** Something that differs from certificate to certificate. */
    record Fact(String id, Kind what, Look look) implements Block {

        /** What it says. */
        public enum Kind {
            RECIPIENT,
            COURSE,
            PARTNER,
            RESULT,
            SKILLS,
            DATE
        }

        @Override
        public Block named(String other) {
            return new Fact(other, what, look);
        }
    }

    /** One to three people who sign, beside each other. */
    record Signatures(String id, List<Signatory> people) implements Block {

        public Signatures {
            people = List.copyOf(people);
        }

        @Override
        public Block named(String other) {
            return new Signatures(other, people);
        }
    }

    /** @param image of the signature, where there is one */
    record Signatory(String name, Texts office, @Nullable UUID image) {

        /** The office alone, without whoever held it. */
        Signatory forgotten() {
            return new Signatory("", office, null);
        }
    }

    /**
     * The way to verify the certificate: a code of dots, the address, the code.
     *
     * @param text what stands before the address; where there is none, the platform's own sentence
     */
    record Check(String id, Texts text, Align align) implements Block {
        @Override
        public Block named(String other) {
            return new Check(other, text, align);
        }
    }

    /** A line across. */
    record Rule(String id, Tone tone) implements Block {
        @Override
        public Block named(String other) {
            return new Rule(other, tone);
        }
    }

    /**
     * Empty room.
     *
     * @param height in millimetres, 1 to 120
     * @param grows whether it takes a share of what the page has left
     */
    record Room(String id, int height, boolean grows) implements Block {
        @Override
        public Block named(String other) {
            return new Room(other, height, grows);
        }
    }

    /**
     * Blocks beside each other, their lower edges in line.
     *
     * @param columns two or three, with no columns inside
     */
    record Columns(String id, List<List<Block>> columns, Widths widths) implements Block {

        /** How the width is shared. */
        public enum Widths {
            EQUAL,
            FIRST_WIDE,
            LAST_WIDE
        }

        public Columns {
            columns = columns.stream().map(List::copyOf).toList();
        }

        @Override
        public Block named(String other) {
            return new Columns(other, columns, widths);
        }
    }
}
