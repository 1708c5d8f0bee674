package org.collegium.courses.authoring.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.content.Prose;
import org.collegium.content.RenderedText;
import org.collegium.courses.CourseId;
import org.collegium.courses.authoring.AddedFile;
import org.collegium.courses.authoring.KeepResult;
import org.collegium.courses.authoring.LessonFiles;
import org.collegium.courses.authoring.Lessons;
import org.collegium.courses.authoring.LineMerge;
import org.collegium.courses.authoring.OpenLesson;
import org.collegium.shared.Differences;
import org.collegium.shared.Differences.Item;
import org.collegium.shared.Differences.Mark;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FileReceiver;
import org.collegium.shared.ui.SiteFiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * A lesson as it is written beside the lesson as it is read; {@code frontend/studio/lesson.ts}. What is typed is kept by the
 * work journal without this session, which only puts it into the draft and shows it.
 */
@Tag("c-lesson")
public final class LessonEditor extends Component implements HasComponents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient Lessons lessons;
    private final transient Work work;
    private final transient OpenLesson opened;
    private final Locale language;

    /** What is written, and what it needs of the view around it. */
    public interface Work {

        CourseId course();

        String unitKey();

        /** As learners will read it. */
        RenderedText rendered(String text);

        /** Files have come into the draft, so that links to them lead somewhere. */
        void changed();

        /** Says a broken rule in the language of the page. */
        String told(RuleViolation refused);
    }

    public LessonEditor(Lessons lessons, LessonFiles files, Work work, Locale language) {
        this.lessons = lessons;
        this.work = work;
        this.language = language;
        opened = lessons.open(work.course(), work.unitKey());
        getElement()
                .setAttribute(
                        "data-upload",
                        new FileReceiver(
                                LessonFiles.LARGEST, (name, content) -> added(files, name, content), work::told));
        Prose prose = new Prose();
        prose.setLanguage(language);
        Div read = new Div(prose);
        read.addClassName("c-lesson-read");
        read.setId("lesson-read");
        read.getElement()
                .setAttribute("role", "region")
                .setAttribute("tabindex", "0")
                .setAttribute("aria-label", getTranslation("courses.lesson.preview"));
        Div write = new Div();
        write.addClassName("c-lesson-write");
        write.setId("lesson-write");
        Div panes = new Div(write, read);
        panes.addClassName("c-lesson-panes");
        Div notices = new Div();
        notices.addClassName("c-lesson-notices");
        add(tabs(), new LessonTools(), notices, panes, foot());
    }

    private FileReceiver.Added added(LessonFiles files, String name, byte[] content) {
        AddedFile added = files.add(work.course(), work.unitKey(), name, content);
        work.changed();
        return new FileReceiver.Added(
                added.reference(), added.picture(), added.file().mediaType());
    }

    private Component tabs() {
        Div tabs = new Div(tab("write", true), tab("read", false));
        tabs.addClassName("c-lesson-tabs");
        tabs.getElement().setAttribute("role", "tablist");
        tabs.getElement().setAttribute("aria-label", getTranslation("courses.lesson.tabs"));
        return tabs;
    }

    private NativeButton tab(String name, boolean chosen) {
        NativeButton tab = new NativeButton(getTranslation("courses.lesson.tab." + name));
        tab.getElement()
                .setAttribute("role", "tab")
                .setAttribute("type", "button")
                .setAttribute("data-tab", name)
                .setAttribute("aria-controls", "lesson-" + name)
                .setAttribute("aria-selected", Boolean.toString(chosen));
        return tab;
    }

    private static Component foot() {
        Span state = new Span();
        state.addClassName("c-lesson-state");
        state.getElement().setAttribute("role", "status");
        Span count = new Span();
        count.addClassNames("c-lesson-count", "c-muted", "c-number");
        Paragraph foot = new Paragraph(state, count);
        foot.addClassName("c-lesson-foot");
        return foot;
    }

    /** Puts a text where the cursor is, or in the place of an empty lesson. */
    public void insert(String text) {
        getElement().callJsFunction("insert", text);
    }

    /** Tells the browser that others have changed the lesson. */
    public void othersWrote() {
        getElement().callJsFunction("othersWrote");
    }

    /** What the lesson looks like, as JSON. */
    @ClientCallable
    String render(String text) {
        RenderedText shown = work.rendered(text);
        return JSON.writeValueAsString(Map.of(
                "html", shown.html(),
                "title", shown.title(),
                "words", shown.facts().words(),
                "minutes", shown.facts().minutes()));
    }

    /** Puts what was written into the draft; returns JSON: what became of it. */
    @ClientCallable
    String keep(String base, String text) {
        try {
            return switch (lessons.keep(work.course(), work.unitKey(), base, text)) {
                case KeepResult.Kept(String head, String now) ->
                    JSON.writeValueAsString(Map.of("kind", "kept", "head", head, "changes", changes(text, now)));
                case KeepResult.Clashing(String head, List<LineMerge.Part> parts, String author) ->
                    JSON.writeValueAsString(Map.of(
                            "kind",
                            "clash",
                            "head",
                            head,
                            "author",
                            author,
                            "parts",
                            parts.stream().map(LessonEditor::part).toList()));
            };
        } catch (RuleViolation refused) {
            return JSON.writeValueAsString(Map.of("kind", "refused", "problem", work.told(refused)));
        }
    }

    /** Another ticket for the same work. */
    @ClientCallable
    String renew() {
        WorkTicket ticket = lessons.open(work.course(), work.unitKey()).ticket();
        return ticket.token();
    }

    private static Map<String, String> part(LineMerge.Part part) {
        return switch (part) {
            case LineMerge.Part.Agreed(String text) -> Map.of("text", text);
            case LineMerge.Part.Clash(String mine, String theirs) -> Map.of("mine", mine, "theirs", theirs);
        };
    }

    /** Which lines of the one give way to which of the other: from (0 for the first), how many go, what comes. */
    static List<Map<String, Object>> changes(String before, String now) {
        List<Map<String, Object>> changes = new ArrayList<>();
        if (before.equals(now)) {
            return changes;
        }
        int at = 0;
        int from = 0;
        int gone = 0;
        List<String> come = new ArrayList<>();
        for (Item<String> item : Differences.between(lines(before), lines(now))) {
            if (item.mark() == Mark.SAME) {
                end(changes, from, gone, come);
                from = ++at;
                gone = 0;
                come = new ArrayList<>();
            } else if (item.mark() == Mark.GONE) {
                at++;
                gone++;
            } else {
                come.add(item.item());
            }
        }
        end(changes, from, gone, come);
        return changes;
    }

    private static void end(List<Map<String, Object>> changes, int from, int gone, List<String> come) {
        if (gone > 0 || !come.isEmpty()) {
            changes.add(Map.of("from", from, "gone", gone, "come", come));
        }
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(SiteFiles.PROSE);
        event.getUI().getPage().addJsModule(SiteFiles.LESSON);
        Map<String, Object> data = new HashMap<>();
        data.put("work", opened.ticket().work().toString());
        data.put("ticket", opened.ticket().token());
        data.put("text", opened.text());
        data.put("head", opened.head());
        data.put("language", language.toLanguageTag());
        data.put("texts", LessonTexts.of(this));
        getElement().executeJs("this.lesson = JSON.parse($0)", JSON.writeValueAsString(data));
    }
}
