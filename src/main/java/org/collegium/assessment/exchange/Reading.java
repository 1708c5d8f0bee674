package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.collegium.assessment.Difficulty;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.QuizWriter;
import org.collegium.assessment.Traits;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.jspecify.annotations.Nullable;

/**
 * What has been read so far. Each item begins with {@link #item} and ends as a question, or with a fault that says why
 * not; nothing that an item has is dropped without a word.
 */
final class Reading {

    /** So many items are read from one file. */
    static final int MOST = 2_000;

    /** In bytes, as for pictures of lessons. */
    private static final long LARGEST_PICTURE = 20L << 20;

    private final FaultList faults = new FaultList();
    private final ItemKeys keys;
    private final List<ReadQuestion> questions = new ArrayList<>();
    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private final Map<String, Integer> often = new HashMap<>();
    private final @Nullable DraftPictures beside;
    private String title = "";
    private int found;
    private int whole;
    private int withLoss;

    /**
     * @param beside files that there are where the questions go; null where none can be kept
     * @param taken keys that others have
     */
    Reading(@Nullable DraftPictures beside, Set<String> taken) {
        this.beside = beside;
        this.keys = new ItemKeys(taken);
    }

    /** An item that is being read. */
    final class Item {

        private final String name;
        private final Place place;
        private final String key;
        private boolean whole = true;
        private boolean otherwise;
        private String category = "";
        private final List<String> tags = new ArrayList<>();
        private final ItemTraits traits = new ItemTraits();

        private Item(String name, String key, Place place) {
            this.name = name;
            this.key = key;
            this.place = place;
        }

        String key() {
            return key;
        }

        String name() {
            return name;
        }

        Place place() {
            return place;
        }

        Item in(String where) {
            category = where;
            return this;
        }

        void tag(String tag) {
            if (!tag.isBlank()) {
                tags.add(tag.strip());
                if (traits.word(tag).isEmpty()) {
                    lost(place, "tag: " + tag.strip());
                }
            }
        }

        /** A skill that it shows, by its key or its name. */
        void skill(Place at, String skill) {
            if (traits.skill(skill).isEmpty()) {
                lost(at, "skill: " + skill);
            }
        }

        void difficulty(Difficulty difficulty) {
            traits.difficulty(difficulty);
        }

        /** Its tags with the last part of its category, its skills and its difficulty. */
        Traits traits() {
            return traits.in(category);
        }

        /** Something said of items that is told once, since it changes nothing about the question. */
        void unsaid(Place at, String part) {
            if (first("unsaid " + part)) {
                faults.note(at, "exchange-unsaid", name, part);
            }
        }

        /** A part that is not carried over, by the name that the format has for it. */
        void lost(Place at, String part) {
            whole = false;
            faults.warning(at, "exchange-part", name, part);
        }

        /** Answers that earn something else than they did. */
        void scoredOtherwise(Place at) {
            if (!otherwise) {
                faults.warning(at, "exchange-scoring", name);
            }
            whole = false;
            otherwise = true;
        }

        /** Something that means nearly the same here. */
        void changed(Place at, String part, String into) {
            whole = false;
            faults.warning(at, "exchange-changed", name, part, into);
        }

        /** Markup that Markdown has no words for; its text stays. */
        void plainer(Place at, String tag) {
            faults.note(at, "exchange-markup", name, tag);
        }

        /** Options in an order that the item keeps; here the quiz says for all questions whether they are shuffled. */
        void inOrder(Place at) {
            if (first("order")) {
                faults.note(at, "exchange-order", name);
            }
        }

        void pictureLost(Place at, String path) {
            whole = false;
            faults.warning(at, "exchange-picture", name, path);
        }

        /** Keeps a picture that a text points at; empty when it cannot be kept. */
        Optional<String> file(SourceFile file) {
            boolean shown =
                    ShownFiles.PICTURES.contains(SourcePaths.extension(file.path())) && file.size() <= LARGEST_PICTURE;
            return beside != null && shown ? Optional.of(keptFile(file, beside)) : Optional.empty();
        }

        /** An item of a kind that there is none of here. */
        void ofUnknownKind(String kind) {
            faults.warning(place, "exchange-kind", name, kind);
        }

        void leftOut(LeftOut why) {
            faults.warning(why.place(), why.code(), why.argumentsOf(name));
        }

        /** Takes the question, if it fits into a quiz. */
        void keep(Question question) {
            FaultList found = new FaultList();
            Quiz alone = new Quiz("Question", "", 0.7, 0, false, List.of(question));
            Optional<Quiz> read = QuizReader.read(SourceFile.of("question.yaml", QuizWriter.write(alone)), found);
            if (read.isEmpty()) {
                String reason = found.faults().stream()
                        .filter(fault -> fault.severity() == FaultSeverity.ERROR)
                        .map(ImportFault::reason)
                        .findFirst()
                        .orElse("");
                faults.warning(place, "exchange-unfit", name, reason);
                return;
            }
            Question kept = read.get().questions().getFirst();
            if (!kept.keyed()) {
                faults.blocking(place, "question-unkeyed", name);
            }
            if (whole) {
                Reading.this.whole++;
            } else {
                withLoss++;
            }
            questions.add(new ReadQuestion(kept, name, category, tags, place, whole));
        }
    }

    /**
     * Begins an item.
     *
     * @param name what its author called it; may be empty
     * @param id from which its key is made; may be empty, then it is made from the name
     */
    Item item(String name, String id, Place place) {
        found++;
        String otherwise = "question-" + found;
        String key = keys.unique(id.isBlank() ? name : id, otherwise);
        String shown = name.isBlank() ? key : name.strip();
        return new Item(shown, key, place);
    }

    /** Whether more items may be read; reports it when not. */
    boolean hasRoom(Place at) {
        if (found < MOST) {
            return true;
        }
        faults.error(at, "exchange-too-many", MOST);
        return false;
    }

    FaultList faults() {
        return faults;
    }

    void title(String text) {
        title = text.strip();
    }

    /** Whether something is met for the first time, so that what many items have is said once. */
    boolean first(String what) {
        return often.merge(what, 1, Integer::sum) == 1;
    }

    private String keptFile(SourceFile file, DraftPictures there) {
        String path = file.path();
        int dot = path.lastIndexOf('.');
        String kept = path;
        for (int i = 2; isAnother(kept, file, there); i++) {
            kept = path.substring(0, dot) + "-" + i + path.substring(dot);
        }
        files.putIfAbsent(kept, file.at(kept));
        return kept;
    }

    private boolean isAnother(String path, SourceFile file, DraftPictures there) {
        return Optional.ofNullable(files.get(path))
                .or(() -> there.find(path))
                .filter(found -> !found.sha256().equals(file.sha256()))
                .isPresent();
    }

    ReadQuestions done() {
        if (found == 0 && !faults.hasErrors()) {
            faults.error(Place.EVERYWHERE, "exchange-nothing");
        }
        Set<String> skills = new TreeSet<>();
        questions.forEach(read -> skills.addAll(read.question().skills()));
        if (!skills.isEmpty()) {
            faults.note(Place.EVERYWHERE, "exchange-skills", String.join(", ", skills));
        }
        return new ReadQuestions(
                title,
                questions,
                List.copyOf(files.values()),
                new ExchangeCounts(found, whole, withLoss, found - whole - withLoss),
                faults.faults());
    }
}
