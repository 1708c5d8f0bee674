package org.collegium.shared.ui;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.shared.messages.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the frame shows around a page: the spaces and entries that the current person may enter, and who they are. */
@Component
public class Frame {

    private static final int TABS = 5;

    private final List<SpaceEntry> entries;
    private final ObjectProvider<PersonInFrame> person;
    private final ObjectProvider<FrameNotice> notices;
    private final Messages messages;

    Frame(
            ObjectProvider<SpaceEntry> entries,
            ObjectProvider<PersonInFrame> person,
            ObjectProvider<FrameNotice> notices,
            Messages messages) {
        this.entries = entries.stream()
                .sorted(Comparator.comparing(SpaceEntry::space).thenComparing(SpaceEntry::order))
                .toList();
        this.person = person;
        this.notices = notices;
        this.messages = messages;
    }

    /** The entries of a space that the current person may enter. */
    public List<SpaceEntry> entries(Space space) {
        return entries.stream()
                .filter(entry -> entry.space() == space && entry.open().getAsBoolean())
                .toList();
    }

    /** At most five of them, for the tab bar of a phone; none where there is nothing to choose from. */
    public List<SpaceEntry> tabs(Space space) {
        List<SpaceEntry> open = entries(space);
        return open.size() < 2 ? List.of() : open.subList(0, Math.min(TABS, open.size()));
    }

    /** The spaces in which the current person has something to do, each with its first entry. */
    public List<SpaceEntry> spaces() {
        return Arrays.stream(Space.values())
                .flatMap(space -> entries(space).stream().limit(1))
                .toList();
    }

    /** The space to which a place belongs; Learn when it belongs to none that the current person may enter. */
    public Space spaceOf(String place) {
        return current(place)
                .map(SpaceEntry::space)
                .or(() -> Space.of(place))
                .filter(space -> !entries(space).isEmpty())
                .orElse(Space.LEARN);
    }

    /** The entry that leads to a place: the one with the longest path that covers it. */
    public Optional<SpaceEntry> current(String place) {
        return entries.stream()
                .filter(entry -> entry.covers(place))
                .max(Comparator.comparingInt(entry -> entry.path().length()));
    }

    /** Whether this entry is the one that leads to the place. */
    public boolean isCurrent(SpaceEntry entry, String place) {
        return current(place).filter(entry::equals).isPresent();
    }

    /** Who is signed in, empty when nobody is. */
    public Optional<PersonInFrame.Person> person() {
        return Optional.ofNullable(person.getIfAvailable()).flatMap(PersonInFrame::current);
    }

    /** What the current person should know on every page. */
    public List<FrameNotice.Notice> notices() {
        return notices.stream().flatMap(notice -> notice.current().stream()).toList();
    }

    /** The languages one can choose; the platform's texts exist in them. */
    public List<Locale> languages() {
        return messages.languages();
    }
}
