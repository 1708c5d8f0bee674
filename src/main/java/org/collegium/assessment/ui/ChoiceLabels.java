package org.collegium.assessment.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.shared.ui.HtmlElement;

/** Options as a list of the browser can show them: by their text, or by letters where a text has markup. */
record ChoiceLabels(List<Choice> options) {

    private static final Pattern MARKUP = Pattern.compile("[*_`$\\[\\]<>{}!\\\\#|&\\n]");

    boolean plain() {
        return options.stream()
                .noneMatch(option -> MARKUP.matcher(option.text()).find());
    }

    List<Choice> shown() {
        return plain()
                ? options
                : IntStream.range(0, options.size())
                        .mapToObj(i -> new Choice(options.get(i).key(), letter(i)))
                        .toList();
    }

    /** The texts behind the letters, where there are letters. */
    Optional<HtmlElement> legend(Function<Choice, HtmlElement> texts) {
        if (plain()) {
            return Optional.empty();
        }
        HtmlElement list = HtmlElement.of("ol", "quiz-letters");
        options.forEach(option -> list.add(HtmlElement.of("li").add(texts.apply(option))));
        return Optional.of(list);
    }

    private static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }
}
