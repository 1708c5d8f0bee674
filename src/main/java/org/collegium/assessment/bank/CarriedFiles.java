package org.collegium.assessment.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.collegium.content.BlobId;
import org.collegium.content.Blobs;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.partners.PartnerId;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.springframework.stereotype.Component;

/**
 * Takes the files that a question shows along with it: between a bank and the draft of a course, from one bank to another, and from other
 * platforms. The question then points at them where they are.
 */
@Component
class CarriedFiles {

    /** What would be taken for a part of the course rather than for something that a question shows. */
    private static final Set<String> OF_COURSES = Set.of("", "md", "ipynb", "yaml", "yml", "html", "htm", "js");

    private static final Pattern PATH = Pattern.compile(BankFile.FOLDER + "/[a-z0-9-]{1,90}+\\.[a-z0-9]{1,10}+");

    private final BankFileRows rows;
    private final ItemReader reader;
    private final Blobs blobs;

    CarriedFiles(BankFileRows rows, ItemReader reader, Blobs blobs) {
        this.rows = rows;
        this.reader = reader;
        this.blobs = blobs;
    }

    /** The path in a bank that a question means, empty when it can be none. */
    static Optional<String> path(String pointer) {
        return SourcePaths.resolve("", pointer)
                .filter(path -> PATH.matcher(path).matches());
    }

    /** The file with its content, which is read when it is asked for. */
    SourceFile content(BankFile file) {
        BlobId id = new BlobId(file.sha256());
        return SourceFile.kept(
                file.path(),
                file.size(),
                file.sha256(),
                () -> blobs.open(id)
                        .orElseThrow(() -> new IllegalStateException("The blob store has lost " + file.path())));
    }

    /** The files of the bank that a question shows, by the pointers that it has for them; at most one query. */
    private Map<String, BankFile> shown(PartnerId partner, String question) {
        Map<String, String> paths = new LinkedHashMap<>();
        reader.pointers(question).forEach(pointer -> path(pointer).ifPresent(path -> paths.put(pointer, path)));
        Map<String, BankFile> found = rows.find(partner, Set.copyOf(paths.values())).stream()
                .collect(Collectors.toMap(BankFile::path, file -> file));
        Map<String, BankFile> shown = new LinkedHashMap<>();
        paths.forEach(
                (pointer, path) -> Optional.ofNullable(found.get(path)).ifPresent(file -> shown.put(pointer, file)));
        return shown;
    }

    /** A question of a bank for a quiz of a draft; what it shows is added to what comes into the draft. At most one query. */
    String intoDraft(PartnerId partner, String question, IntoDraft draft) {
        Map<String, String> moves = new HashMap<>();
        shown(partner, question).forEach((pointer, file) -> moves.put(pointer, draft.pointer(content(file))));
        return Pointers.moved(question, moves);
    }

    /** The files that come into one draft with questions for one of its quizzes. */
    static final class IntoDraft {

        private final CourseManifest manifest;
        private final String quiz;
        private final Map<String, SourceFile> come = new LinkedHashMap<>();

        /** @param quiz path of its file */
        IntoDraft(CourseManifest manifest, String quiz) {
            this.manifest = manifest;
            this.quiz = quiz;
        }

        List<SourceFile> files() {
            return List.copyOf(come.values());
        }

        /** How the quiz points at a file: at its path, or at one with a number where the draft has another content there. */
        private String pointer(SourceFile file) {
            String stem = BankFile.FOLDER + "/" + SourcePaths.stem(file.path());
            String end = "." + SourcePaths.extension(file.path());
            for (int i = 1; ; i++) {
                String path = stem + (i == 1 ? "" : "-" + i) + end;
                Optional<String> there = there(path);
                if (there.isEmpty()) {
                    come.put(path, file.at(path));
                }
                if (there.isEmpty() || there.get().equals(file.sha256())) {
                    return SourcePaths.relative(quiz, path);
                }
            }
        }

        private Optional<String> there(String path) {
            return Optional.ofNullable(come.get(path))
                    .map(SourceFile::sha256)
                    .or(() -> Optional.ofNullable(manifest.files().get(path)).map(CourseFile::sha256));
        }
    }

    /** A question of a quiz for a bank; what it shows of the draft is in the bank afterwards. About two queries for each file. */
    String intoBank(PartnerId partner, String question, CourseManifest manifest, String quiz) {
        Map<String, String> moves = new HashMap<>();
        for (String pointer : reader.pointers(question)) {
            file(pointer, manifest, quiz)
                    .map(file -> rows.place(partner, file.path(), file.sha256(), file.size()))
                    .ifPresent(file -> moves.put(pointer, file.path()));
        }
        return Pointers.moved(question, moves);
    }

    /**
     * The text of a quiz of one draft for another; what it shows is added to what comes into that one.
     *
     * @param open gives the files of the first draft by their paths
     */
    String betweenDrafts(
            SourceFile quiz, CourseManifest manifest, Function<String, Optional<SourceFile>> open, IntoDraft draft) {
        String text = quiz.text(fault -> {}).orElseThrow();
        Map<String, String> moves = new HashMap<>();
        for (String pointer : reader.pointers(quiz)) {
            file(pointer, manifest, quiz.path())
                    .flatMap(file -> open.apply(file.path()))
                    .ifPresent(file -> moves.put(pointer, draft.pointer(file)));
        }
        return Pointers.moved(text, moves);
    }

    /** The file of a course that a quiz points at, when it is none of its units. */
    private static Optional<CourseFile> file(String pointer, CourseManifest manifest, String quiz) {
        Set<String> units = manifest.units().stream().map(CourseUnit::file).collect(Collectors.toSet());
        return SourcePaths.resolve(pointer.startsWith("/") ? "" : SourcePaths.folder(quiz), pointer)
                .map(manifest.files()::get)
                .filter(file ->
                        !units.contains(file.path()) && !OF_COURSES.contains(SourcePaths.extension(file.path())));
    }

    /** A question of one bank for another; what it shows is in that bank afterwards. About two queries for each file. */
    String copied(PartnerId from, PartnerId to, String question) {
        Map<String, String> moves = new HashMap<>();
        shown(from, question)
                .forEach((pointer, file) -> moves.put(
                        pointer,
                        rows.place(to, file.path(), file.sha256(), file.size()).path()));
        return Pointers.moved(question, moves);
    }

    /** Brings files of another platform into a bank; returns by their paths there where they are. About two queries for each. */
    Map<String, String> brought(PartnerId partner, List<SourceFile> files) {
        Map<String, String> moves = new HashMap<>();
        for (SourceFile file : files) {
            moves.put(
                    file.path(),
                    rows.place(partner, file.path(), kept(file), file.size()).path());
        }
        return moves;
    }

    private String kept(SourceFile file) {
        try (InputStream content = file.open()) {
            return blobs.put(content).sha256();
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** The paths in the bank at which a question points; no query. */
    static List<String> paths(ReadItem read) {
        List<String> paths = new ArrayList<>();
        read.references().forEach(reference -> path(reference.target()).ifPresent(paths::add));
        return paths.stream().distinct().toList();
    }
}
