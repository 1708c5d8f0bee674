package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.assessment.AnswerFile;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.HtmlElement;

/** Files that were handed in: each can be looked at, where browsers can show it safely, and saved. */
public final class FileList extends UnorderedList {

    private static final String NAME = "quiz-files-list";
    private static final double KILOBYTE = 1024.0;

    public FileList(List<AnswerFile> files) {
        addClassName(NAME);
        getElement().setProperty("innerHTML", html(files).content());
    }

    /** The same as a part of something else. */
    static HtmlElement html(List<AnswerFile> files) {
        return HtmlElement.of("ul", NAME).add(files.stream().map(FileList::item).toList());
    }

    private static HtmlElement item(AnswerFile file) {
        return HtmlElement.of("li", "quiz-file")
                .html(Glyph.FILE_TEXT.html(""))
                .add(name(file))
                .add(about(file))
                .add(file.address()
                        .map(address -> link(address + "?save=true")
                                .with("aria-label", translate("assessment.files.save.one", file.name()))
                                .with("download", true)
                                .text(translate("assessment.files.save"))))
                .add(Optional.ofNullable(file.storedAt()).map(at -> receipt(file, at)));
    }

    /** What somebody called their file says nothing of the page around it, also where it is read from the right. */
    private static HtmlElement name(AnswerFile file) {
        return file.address()
                .map(address -> link(address)
                        .with("target", "_blank")
                        .with("rel", "noopener noreferrer")
                        .with("title", translate("assessment.files.opens")))
                .orElseGet(() -> HtmlElement.of("span"))
                .with("class", "quiz-file-name")
                .with("dir", "auto")
                .text(file.name());
    }

    /** Not one of the views. */
    private static HtmlElement link(String address) {
        return HtmlElement.of("a").with("href", address).with("router-ignore", true);
    }

    private static HtmlElement about(AnswerFile file) {
        return HtmlElement.of("span", "c-muted c-small")
                .text(translate("assessment.files.kind." + file.kind()) + " · "
                        + translate("assessment.files.size", Math.max(1, Math.round(file.size() / KILOBYTE))));
    }

    private static HtmlElement receipt(AnswerFile file, Instant at) {
        String day = new Scores(UI.getCurrent().getLocale()).day(at);
        return HtmlElement.of("details", "quiz-file-receipt c-small")
                .add(HtmlElement.of("summary").text(translate("assessment.files.receipt")))
                .add(HtmlElement.of("div")
                        .add(HtmlElement.of("span")
                                .text(translate("assessment.files.receipt.text", day, file.sha256()))));
    }
}
