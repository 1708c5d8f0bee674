package org.collegium.assessment;

import java.util.List;

/** Files that are handed in, which a person marks. */
public record FileUpload(
        String key, String stem, double points, Traits traits, String explanation, FileLimits files, Rubric rubric)
        implements Question {

    /** The most characters of what an answer says of one file. */
    static final int LONGEST = 1_000;

    @Override
    public boolean keyed() {
        return true;
    }

    /** The files that an answer names; what can be read as none is left out. */
    public static List<AnswerFile> of(Answer answer) {
        return answer.values().stream()
                .flatMap(value -> AnswerFile.read(value).stream())
                .toList();
    }

    /** The same answer without the names of files, for whoever is not told whose it is. */
    public static Answer unnamed(Answer answer) {
        return new Answer(of(answer).stream()
                .map(AnswerFile::unnamed)
                .map(AnswerFile::json)
                .toList());
    }
}
