package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import org.collegium.shared.ui.FileReceiver;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.SiteFiles;
import org.collegium.source.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A field for YAML with the numbers of its lines; {@code frontend/studio/yaml.ts}. */
@Tag("c-yaml")
public final class YamlEditor extends AbstractSinglePropertyField<YamlEditor, String> {

    private static final String BESIDE = "data-beside";
    private static final String DETAIL = "event.detail.";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WHEN_THERE = "customElements.whenDefined('c-yaml').then(() => ";

    public YamlEditor(String label, String description, boolean readOnly) {
        super("value", "", false);
        setSynchronizedEvent("change");
        getElement().getClassList().add("c-yaml");
        getElement().setAttribute("data-label", label);
        getElement().setAttribute("data-description", description);
        getElement().setAttribute("readonly", readOnly);
    }

    /** Takes pictures that are pasted, dropped or chosen; they then stand where the cursor is. */
    public void takePictures(FileReceiver receiver) {
        getElement().setAttribute("data-upload", receiver);
        getElement().setAttribute("data-texts", JSON.writeValueAsString(FileReceiver.texts(this)));
    }

    /** Lets the person choose pictures; only while the browser handles the press, it opens its window for files. */
    public Button adding() {
        Button add = new Button(getTranslation("assessment.bank.picture"), Glyph.IMAGE.create());
        add.addThemeNames("small");
        getElement().executeJs("$0.addEventListener('click', () => this.choosePictures?.())", add);
        return add;
    }

    /** Runs when the person presses Ctrl+S; the value is what is typed by then. */
    public void onSave(Runnable save) {
        getElement().addEventListener("yaml-save", event -> save.run());
    }

    /** Marks lines, from 1. */
    public void mark(List<Integer> lines) {
        getElement()
                .executeJs(
                        WHEN_THERE + "this.mark($0.split(' ').map(Number)))",
                        String.join(" ", lines.stream().map(String::valueOf).toList()));
    }

    /** Puts the cursor to a place, from 1. */
    public void goTo(int line, int column) {
        getElement().executeJs(WHEN_THERE + "this.goTo($0, $1))", line, column);
    }

    /** Takes pictures that cannot go into the text by themselves ({@link #beside}). */
    public void onPicture(Brought picture) {
        getElement()
                .addEventListener("yaml-picture", event -> {
                    JsonNode data = event.getEventData();
                    picture.brought(
                            data.path(DETAIL + "reference").asString(""),
                            data.path(DETAIL + "shown").asString(""),
                            data.path(DETAIL + "markdown").asString(""));
                })
                .addEventData(DETAIL + "reference")
                .addEventData(DETAIL + "shown")
                .addEventData(DETAIL + "markdown");
    }

    /** A picture that is there now. */
    @FunctionalInterface
    public interface Brought {

        /**
         * @param shown what it shows; empty for decoration
         * @param markdown shows it
         */
        void brought(String reference, String shown, String markdown);
    }

    /** Pictures that come now are told, and do not go into the text, in which there is no place for them yet. */
    public void beside() {
        getElement().setAttribute(BESIDE, true);
    }

    /** Puts the cursor to a place, of which column 0 is the end of the line, and leaves the focus where it is. */
    public void place(Place place) {
        getElement().removeAttribute(BESIDE);
        getElement().executeJs(WHEN_THERE + "this.place($0, $1))", place.line(), place.column());
    }

    /** Whether the text is shown; what is said of files is shown always. */
    public void setOpen(boolean open) {
        getElement().getClassList().set("c-yaml-closed", !open);
        if (open) {
            getElement().removeAttribute(BESIDE);
        }
    }

    /** Whether the browser asks before the page is left. */
    public void setUnsaved(boolean unsaved) {
        getElement().setProperty("unsaved", unsaved);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(SiteFiles.YAML);
    }
}
