package org.collegium.assessment.exchange.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.exchange.DraftPictures;
import org.collegium.assessment.exchange.ExchangeFormat;
import org.collegium.assessment.exchange.QuestionExchange;
import org.collegium.assessment.exchange.WrittenQuestions;
import org.collegium.shared.ui.Glyph;

/** Where somebody takes questions to another platform, with a report of what its format cannot hold. */
public final class QuestionsOut extends Section {

    private final transient Supplier<Quiz> questions;
    private final transient DraftPictures pictures;
    private final String name;
    private final Div written = new Div();

    /**
     * @param questions asked for when a format is chosen
     * @param pictures those that questions are about
     * @param name of the file, without its ending
     */
    public QuestionsOut(Supplier<Quiz> questions, DraftPictures pictures, String name, String title, String lead) {
        this.questions = questions;
        this.pictures = pictures;
        this.name = name;
        addClassNames("c-surface", "c-studio");
        written.getElement().setAttribute("role", "status");
        Div formats = new Div();
        formats.addClassName("c-chips");
        for (ExchangeFormat format : ExchangeFormat.values()) {
            formats.add(new Button(getTranslation("assessment.exchange.format." + format), click -> write(format)));
        }
        add(new H2(title), new Paragraph(lead), formats, written);
    }

    private void write(ExchangeFormat format) {
        WrittenQuestions made = QuestionExchange.write(questions.get(), format, name, pictures);
        byte[] content = made.file().bytes();
        String file = made.file().path();
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(content), file, format.mediaType(), content.length)),
                "");
        download.add(Glyph.DOWNLOAD.create(), new Span(file));
        download.addClassNames("c-button", "c-button-primary");
        written.removeAll();
        written.add(new ExchangeReport("assessment.exchange.written", made.counts(), made.faults()), download);
    }
}
