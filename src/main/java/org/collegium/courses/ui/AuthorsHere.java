package org.collegium.courses.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.Draft;
import org.collegium.courses.authoring.PresentAuthor;
import org.collegium.courses.authoring.PresentAuthors;
import org.collegium.shared.Uuids;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Polling;

/** Who else has the draft open, and in which unit; says to the others that one is here oneself. */
final class AuthorsHere extends Div {

    private final transient PresentAuthors present;
    private final transient Draft draft;
    private final String unitKey;
    private final UUID tab = Uuids.next();
    private final transient Supplier<Optional<String>> state;
    private final transient Runnable changed;
    private transient List<PresentAuthor> shown = List.of();
    private transient Optional<String> known;
    private final Polling polling = new Polling(this, this::look);

    /**
     * @param unitKey where one is; empty for the outline
     * @param state what one is looking at, in a word that differs when it does
     * @param changed runs when that has changed
     */
    AuthorsHere(
            PresentAuthors present, Draft draft, String unitKey, Supplier<Optional<String>> state, Runnable changed) {
        this.present = present;
        this.draft = draft;
        this.unitKey = unitKey;
        this.state = state;
        this.changed = changed;
        known = state.get();
        addClassName("c-authors-here");
        getElement().setAttribute("role", "status");
        show(here());
        polling.every(PresentAuthors.OFTEN);
    }

    private CourseId course() {
        return draft.course().id();
    }

    private List<PresentAuthor> here() {
        return present.here(course(), unitKey, tab);
    }

    private void look() {
        List<PresentAuthor> now = here();
        if (!now.equals(shown)) {
            show(now);
        }
        Optional<String> next = state.get();
        if (!next.equals(known)) {
            known = next;
            changed.run();
        }
    }

    private void show(List<PresentAuthor> now) {
        shown = now;
        removeAll();
        setVisible(!now.isEmpty());
        if (now.isEmpty()) {
            return;
        }
        UnorderedList people = new UnorderedList();
        now.forEach(author -> people.add(new ListItem(line(author))));
        add(Glyph.USERS.create(), new Paragraph(getTranslation("courses.here.title")), people);
    }

    private Span line(PresentAuthor author) {
        String name = author.oneself() ? getTranslation("courses.here.oneself") : author.name();
        if (author.unitKey().isEmpty()) {
            return new Span(getTranslation("courses.here.outline", name));
        }
        if (author.unitKey().equals(unitKey)) {
            Span same = new Span(getTranslation("courses.here.same", name));
            same.addClassName("c-authors-here-same");
            return same;
        }
        String unit =
                draft.manifest().unit(author.unitKey()).map(CourseUnit::title).orElse(author.unitKey());
        return new Span(getTranslation("courses.here.unit", name, unit));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        present.gone(course(), tab);
    }
}
