package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import java.util.function.Consumer;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.BoundedUpload;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.UploadTroubles;
import org.jspecify.annotations.Nullable;

/** Chooses a picture, shows the one that is chosen, takes it away. */
final class PictureField extends Div {

    private static final int LARGEST = 4 * 1024 * 1024;

    private final transient CertificateTemplates templates;
    private final PartnerId partner;
    private final String label;
    private final transient Consumer<@Nullable UUID> changed;
    private final Div shown = new Div();
    private final Span problem = new Span();

    /** @param changed the id of the picture that was chosen; null for none */
    PictureField(
            String label,
            CertificateTemplates templates,
            PartnerId partner,
            @Nullable UUID current,
            Consumer<@Nullable UUID> changed) {
        this.label = label;
        this.templates = templates;
        this.partner = partner;
        this.changed = changed;
        addClassName("design-picture");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
        Span name = new Span(label);
        name.addClassName("design-label");
        shown.addClassName("design-picture");
        problem.addClassName("design-problem");
        problem.getElement().setAttribute("role", "alert");
        add(name, shown, upload(), problem);
        show(current);
    }

    private void show(@Nullable UUID current) {
        shown.removeAll();
        if (current == null) {
            return;
        }
        templates.picture(partner, current).ifPresent(picture -> {
            Image image = new Image();
            image.setAlt(label);
            image.setSrc(DownloadHandler.fromInputStream(event -> new DownloadResponse(
                            new ByteArrayInputStream(picture.png()), "picture.png", "image/png", picture.png().length))
                    .inline());
            shown.add(image);
        });
        Button remove = new Button(BlockWords.text("picture.remove"), Glyph.TRASH_2.create(), click -> become(null));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        shown.add(remove);
    }

    private void become(@Nullable UUID picture) {
        show(picture);
        changed.accept(picture);
    }

    private Upload upload() {
        Upload upload = new Upload();
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".png", ".jpg", ".jpeg", ".gif");
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button(BlockWords.text("picture.choose"), Glyph.IMAGE.create()));
        upload.setDropAllowed(false);
        UploadI18N.Error refused = new UploadI18N.Error();
        refused.setFileIsTooBig(getTranslation("credentials.template.image.large", LARGEST / 1024 / 1024));
        refused.setIncorrectFileType(getTranslation("credentials.template.image.kind"));
        refused.setTooManyFiles(BlockWords.text("picture.one"));
        upload.setI18n(new UploadI18N().setError(refused));
        UploadTroubles.tell(upload, problem::setText);
        upload.setUploadHandler(BoundedUpload.inMemory(LARGEST, (metadata, data) -> {
            upload.clearFileList();
            try {
                problem.setText("");
                become(templates.addPicture(partner, data));
            } catch (RuleViolation violation) {
                problem.setText(
                        getTranslation(violation.code(), violation.arguments().toArray()));
            }
        }));
        return upload;
    }
}
