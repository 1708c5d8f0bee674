package org.collegium.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.collegium.FullApplicationTest;
import org.collegium.shared.messages.Messages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("module")
@FullApplicationTest
class FrameTests {

    @Autowired
    private Messages messages;

    private final AtomicBoolean author = new AtomicBoolean();
    private final SpaceEntry catalogue = SpaceEntry.page(Space.LEARN, "catalogue", "/", Glyph.COMPASS, 1);
    private final SpaceEntry courses =
            SpaceEntry.view(Space.STUDIO, "courses", "/studio/courses", Glyph.BOOK_OPEN, 1, author::get);
    private final SpaceEntry banks =
            SpaceEntry.view(Space.STUDIO, "banks", "/studio/courses/banks", Glyph.LIBRARY, 2, author::get);

    @Test
    void aPersonSeesOnlyTheSpacesTheyMayEnter() {
        Frame frame = frame(catalogue, courses, banks);

        assertThat(frame.spaces()).extracting(SpaceEntry::space).containsExactly(Space.LEARN);
        author.set(true);
        assertThat(frame.spaces()).extracting(SpaceEntry::space).containsExactly(Space.LEARN, Space.STUDIO);
    }

    @Test
    void theEntryWithTheLongestPathLeadsToAPage() {
        Frame frame = frame(catalogue, courses, banks);

        assertThat(frame.current("/studio/courses/abc")).contains(courses);
        assertThat(frame.current("/studio/courses/banks/7")).contains(banks);
        assertThat(frame.current("/courses/north-lakes/first-course")).contains(catalogue);
        assertThat(frame.current("/studio/coursesandmore")).isEmpty();
        assertThat(frame.spaceOf("/nowhere")).isEqualTo(Space.LEARN);
        assertThat(frame.spaceOf("/studio/review-stages")).isEqualTo(Space.LEARN);
        author.set(true);
        assertThat(frame.spaceOf("/studio/review-stages")).isEqualTo(Space.STUDIO);
    }

    @Test
    void aPhoneShowsAtMostFiveEntries() {
        Frame frame = frame(IntStream.range(0, 7)
                .mapToObj(number -> SpaceEntry.page(Space.LEARN, "n" + number, "/n" + number, Glyph.BELL, number))
                .toArray(SpaceEntry[]::new));

        assertThat(frame.tabs(Space.LEARN)).hasSize(5);
        assertThat(frame.entries(Space.LEARN)).hasSize(7);
    }

    @Test
    void theLanguagesHaveEnglishFirst() {
        assertThat(frame().languages()).first().isEqualTo(Locale.ENGLISH);
    }

    private Frame frame(SpaceEntry... entries) {
        return new Frame(provider(List.of(entries)), provider(List.of()), provider(List.of()), messages);
    }

    private static <T> ObjectProvider<T> provider(List<T> beans) {
        return new ObjectProvider<>() {
            @Override
            public Stream<T> stream() {
                return beans.stream();
            }
        };
    }
}
