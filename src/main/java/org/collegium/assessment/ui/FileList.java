package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import org.collegium.assessment.AnswerFile;
import org.collegium.shared.ui.Glyph;

/** Files that were handed in: each can be looked at, where browsers can show it safely, and saved. */
public final class FileList extends UnorderedList {

    public FileList(List<AnswerFile> files) {
        addClassName("quiz-files-list");
        files.forEach(file -> add(item(file)));
    }

    private ListItem item(AnswerFile file) {
        ListItem item = new ListItem(Glyph.FILE_TEXT.create(), name(file), about(file));
        item.addClassName("quiz-file");
        file.address().ifPresent(address -> {
            Anchor save = new Anchor(address + "?save=true", getTranslation("assessment.files.save"));
            save.getElement().setAttribute("aria-label", getTranslation("assessment.files.save.one", file.name()));
            save.getElement().setAttribute("router-ignore", true).setAttribute("download", true);
            item.add(save);
        });
        Instant at = file.storedAt();
        if (at != null) {
            NativeDetails receipt = new NativeDetails(getTranslation("assessment.files.receipt"));
            receipt.setContent(new Span(
                    getTranslation("assessment.files.receipt.text", new Scores(getLocale()).day(at), file.sha256())));
            receipt.addClassNames("quiz-file-receipt", "c-small");
            item.add(receipt);
        }
        return item;
    }

    private Component name(AnswerFile file) {
        Component name = file.address()
                .<Component>map(address -> link(address, file.name()))
                .orElseGet(() -> new Span(file.name()));
        name.addClassName("quiz-file-name");
        // What somebody called their file says nothing of the page around it, also where it is read from the right.
        name.getElement().setAttribute("dir", "auto");
        return name;
    }

    private Anchor link(String address, String name) {
        Anchor link = new Anchor(address, name, AnchorTarget.BLANK);
        link.getElement()
                .setAttribute("rel", "noopener noreferrer")
                .setAttribute("router-ignore", true)
                .setAttribute("title", getTranslation("assessment.files.opens"));
        return link;
    }

    private Span about(AnswerFile file) {
        Span about = new Span(getTranslation("assessment.files.kind." + file.kind()) + " · "
                + getTranslation("assessment.files.size", Math.max(1, Math.round(file.size() / 1024.0))));
        about.addClassNames("c-muted", "c-small");
        return about;
    }
}
