package org.collegium.assessment.exchange;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.collegium.assessment.FileKind;

/** Kinds of files, as Moodle names them: by groups and endings. */
final class MoodleFileTypes {

    private static final Map<FileKind, String> NAMES = new TreeMap<>(Map.of(
            FileKind.PDF, ".pdf",
            FileKind.PICTURE, "web_image",
            FileKind.NOTEBOOK, ".ipynb",
            FileKind.TEXT, ".txt",
            FileKind.ZIP, ".zip"));

    private MoodleFileTypes() {}

    /** Nothing, which is any file, where one of them is. */
    static String of(List<FileKind> kinds) {
        return kinds.contains(FileKind.ANY)
                ? ""
                : kinds.stream().map(kind -> NAMES.getOrDefault(kind, "")).collect(Collectors.joining(","));
    }

    /** The kinds that are known of a list; none where it names any other, so that nothing is refused that was taken there. */
    static List<FileKind> read(String list) {
        List<String> wanted = List.of(list.strip().split("[\\s,;]+"));
        List<FileKind> kinds = NAMES.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return kinds.size() == wanted.size() ? kinds : List.of();
    }
}
