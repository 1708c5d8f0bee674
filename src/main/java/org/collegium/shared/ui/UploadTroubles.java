package org.collegium.shared.ui;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableConsumer;

/**
 * What a field for one file could not take. It is told, and does not stay in the field: that would be full with it, and take no other.
 */
public final class UploadTroubles {

    private UploadTroubles() {}

    /** @param told gets the sentence that says why: what the browser refused, or that a file was lost on its way */
    public static void tell(Upload upload, SerializableConsumer<String> told) {
        upload.addFileRejectedListener(event -> told.accept(event.getErrorMessage()));
        upload.getElement().addEventListener("upload-error", event -> {
            upload.clearFileList();
            told.accept(upload.getTranslation("shared.upload.lost"));
        });
    }
}
