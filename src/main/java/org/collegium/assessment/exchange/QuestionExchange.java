package org.collegium.assessment.exchange;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.collegium.assessment.Quiz;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceLimits;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlFile;
import org.collegium.source.XmlNode.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads questions from files of other platforms and writes quizzes for them. It changes nothing: whoever calls it decides
 * what becomes of the questions, and whether the reader may.
 */
public final class QuestionExchange {

    private static final int LARGEST_TEXT = 16 * 1024 * 1024;

    /** A package of items is smaller than a course. */
    private static final SourceLimits LIMITS =
            new SourceLimits(256L * 1024 * 1024, 64L * 1024 * 1024, 5_000, 100, 10L * 1024 * 1024, 240, 16);

    private final Reading reading;

    private QuestionExchange(@Nullable DraftPictures beside, Set<String> taken) {
        this.reading = new Reading(beside, taken);
    }

    /**
     * Reads a file in any of the formats, which is recognised by what is in it.
     *
     * @param place of the file on this machine
     * @param name that its owner knows it by, for the report
     * @param beside files that there are where the questions go, by the paths that questions have for them; null where pictures
     *     cannot come along, then they are reported as lost
     * @param taken keys that other questions have where these go
     */
    public static ReadQuestions read(Path place, String name, @Nullable DraftPictures beside, Set<String> taken) {
        QuestionExchange exchange = new QuestionExchange(beside, taken);
        exchange.open(place, name);
        return exchange.reading.done();
    }

    /** Reads a single file that is no package. */
    static ReadQuestions read(SourceFile file) {
        QuestionExchange exchange = new QuestionExchange(DraftPictures.NONE, Set.of());
        exchange.file(file);
        return exchange.reading.done();
    }

    private void open(Path place, String name) {
        Optional<SourceFile> file = UploadedFile.of(place, name, XmlFile.LARGEST, reading.faults());
        if (file.isEmpty()) {
            return;
        }
        if (!UploadedFile.isZip(place)) {
            file(file.get());
            return;
        }
        Optional<SourceTree> opened = SourceTree.open(place, LIMITS, reading.faults());
        opened.ifPresent(tree -> {
            try (tree) {
                QtiPackage.read(tree, reading);
            }
        });
    }

    private void file(SourceFile file) {
        if (UploadedFile.isXml(file)) {
            XmlFile.read(file, reading.faults()).ifPresent(this::xml);
        } else if (file.size() > LARGEST_TEXT) {
            reading.faults().error(file.place(), "exchange-too-large", file.path(), LARGEST_TEXT / (1024 * 1024));
        } else {
            file.text(reading.faults()).ifPresent(text -> GiftReader.read(file, text, reading));
        }
    }

    private void xml(Element root) {
        if (root.name().equals("quiz")) {
            MoodleReader.read(root, reading);
        } else if (QtiPackage.isItem(root)) {
            QtiReader.read(root, reading, item -> ItemTexts.NONE);
        } else if (root.name().equals("questestinterop")) {
            reading.faults().error(root.place(), "exchange-first-qti");
        } else {
            reading.faults().error(root.place(), "exchange-format", root.name());
        }
    }

    /**
     * Writes a quiz in a format.
     *
     * @param stem what the file is called, without its ending
     * @param pictures those that questions are about
     */
    public static WrittenQuestions write(Quiz quiz, ExchangeFormat format, String stem, DraftPictures pictures) {
        String path = stem + format.ending();
        return switch (format) {
            case GIFT -> GiftWriter.write(quiz, path);
            case MOODLE_XML -> MoodleWriter.write(quiz, path, pictures);
            case QTI_2_1 -> QtiWriter.write(quiz, QtiVersion.V2_1, path, pictures);
            case QTI_2_2 -> QtiWriter.write(quiz, QtiVersion.V2_2, path, pictures);
            case QTI_3_0 -> QtiWriter.write(quiz, QtiVersion.V3_0, path, pictures);
        };
    }
}
