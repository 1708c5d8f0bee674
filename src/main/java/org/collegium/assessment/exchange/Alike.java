package org.collegium.assessment.exchange;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizWriter;

/** Tells questions that say the same, whatever they are called and wherever they were taken from, so that none comes twice. */
public final class Alike {

    private static final Pattern NAMES = Pattern.compile("(?m)^ {2}- key: .*$|^ {4}bank: .*$");

    private Alike() {}

    /** The keys of questions that were read and that are among the others already. */
    public static Set<String> among(Collection<Question> others, List<Question> read) {
        Set<String> said = others.stream().map(Alike::said).collect(Collectors.toSet());
        return read.stream()
                .filter(question -> said.contains(said(question)))
                .map(Question::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String said(Question question) {
        Quiz alone = new Quiz("Question", "", 0, 0, false, List.of(question));
        return NAMES.matcher(QuizWriter.write(alone)).replaceAll("");
    }
}
