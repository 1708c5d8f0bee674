package org.collegium.learning.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.content.Prose;
import org.collegium.courses.PublishedVersion;
import org.collegium.courses.UnitDifference;
import org.collegium.learning.rollout.VersionNotice;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Moments;

/** Tells a learner above the unit that their course has another version: what differs, what it means for them, what was said of it. */
final class VersionPanel extends Section {

    /** @param putAway what to do when the learner has seen it */
    VersionPanel(VersionNotice notice, LessonRenderer renderer, Runnable putAway) {
        addClassNames("c-notice", "lrn-version");
        setAriaLabel(getTranslation("learning.version.title"));
        Moments moments = Moments.here();
        Paragraph when = new Paragraph(
                getTranslation("learning.version.when", moments.day(notice.at()), notice.from(), notice.to()));
        when.setTitle(moments.minute(notice.at()));
        Div words = new Div(new H2(getTranslation("learning.version.title")), when);
        if (notice.before().total() > 0) {
            words.add(new Paragraph(getTranslation(
                    "learning.version.progress",
                    notice.before().done(),
                    notice.before().total(),
                    notice.after().done(),
                    notice.after().total())));
        }
        if (notice.completed()) {
            words.add(new Paragraph(getTranslation("learning.version.completed")));
        }
        words.add(details(notice, renderer));
        Button done = new Button(getTranslation("learning.version.put-away"), click -> {
            putAway.run();
            removeFromParent();
        });
        words.add(done);
        add(Glyph.INFO.create(), words);
    }

    private NativeDetails details(VersionNotice notice, LessonRenderer renderer) {
        Div all = new Div();
        UnorderedList units = new UnorderedList();
        titles(units, "added", notice.units(), unit -> unit.before().isEmpty());
        titles(
                units,
                "changed",
                notice.units(),
                unit -> unit.before().isPresent() && unit.after().isPresent());
        titles(units, "removed", notice.units(), unit -> unit.after().isEmpty());
        if (units.getComponentCount() == 0) {
            units.add(new ListItem(getTranslation("learning.version.details")));
        }
        all.add(units);
        for (PublishedVersion version : notice.notes()) {
            String notes = version.notes();
            if (notes != null) {
                Paragraph number = new Paragraph(getTranslation("learning.version.notes", version.number()));
                number.addClassName("lrn-version-number");
                all.add(number, new Prose(renderer.render(notes, LinkResolver.none(), Locale.ROOT)));
            }
        }
        NativeDetails details = new NativeDetails(getTranslation("learning.version.what"), all);
        return details;
    }

    private void titles(UnorderedList list, String what, List<UnitDifference> units, Predicate<UnitDifference> which) {
        List<String> titles = units.stream()
                .filter(which)
                .map(difference -> difference.unit().title())
                .toList();
        if (!titles.isEmpty()) {
            list.add(
                    new ListItem(getTranslation("learning.version." + what, titles.size(), String.join(", ", titles))));
        }
    }
}
