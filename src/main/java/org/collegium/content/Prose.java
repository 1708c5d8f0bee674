package org.collegium.content;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.shared.Registration;
import java.util.Locale;
import java.util.Set;
import org.collegium.shared.ui.HtmlElement;
import org.collegium.shared.ui.SiteFiles;

/** Shows a rendered text. Pages without a session put the same HTML into an element of the same name. */
@Tag(Prose.TAG)
public class Prose extends Component implements LocaleChangeObserver {

    static final String TAG = "collegium-prose";

    private static final String NAME = "c-prose";
    private static final String COPY = "content.prose.copy";
    private static final String COPIED = "content.prose.copied";
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv");

    /** Shows nothing until it is given a text. */
    public Prose() {
        getElement().getClassList().add(NAME);
    }

    /** Shows a text. */
    public Prose(RenderedText text) {
        this();
        setContent(text);
    }

    /** Shows a text in place of the one before. */
    public void setContent(RenderedText text) {
        getElement().setProperty("innerHTML", text.html());
    }

    /** States the language of the text, which decides its direction, hyphenation and pronunciation. */
    public void setLanguage(Locale language) {
        getElement().setAttribute("lang", language.toLanguageTag());
        getElement().setAttribute("dir", direction(language));
    }

    /** The same as a part of something else, which the page is then to have the module for. */
    public static HtmlElement html(RenderedText text, Locale language) {
        return HtmlElement.of(TAG, NAME)
                .with("lang", language.toLanguageTag())
                .with("dir", direction(language))
                .with("copy-label", I18NProvider.translate(COPY))
                .with("copied-label", I18NProvider.translate(COPIED))
                .html(text.html());
    }

    private static String direction(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
    }

    /** Listens for the end of the text having been in sight for a moment; once for each text. The browser says so. */
    public Registration addEndSeenListener(ComponentEventListener<EndSeen> listener) {
        return addListener(EndSeen.class, listener);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule(SiteFiles.PROSE);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        getElement().setAttribute("copy-label", getTranslation(COPY));
        getElement().setAttribute("copied-label", getTranslation(COPIED));
    }

    /** The end of a text was seen. */
    @DomEvent("prose-end-seen")
    public static class EndSeen extends ComponentEvent<Prose> {

        public EndSeen(Prose source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
