package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** The words of an upload field. */
final class UploadTexts {

    private UploadTexts() {}

    /**
     * @param megabytes the most that a file may have
     * @param accepted the endings of files that are taken
     */
    static UploadI18N of(Component field, int megabytes, String... accepted) {
        UploadI18N.Uploading.Status status = new UploadI18N.Uploading.Status();
        status.setConnecting(field.getTranslation("courses.upload.connecting"));
        status.setStalled(field.getTranslation("courses.upload.stalled"));
        status.setProcessing(field.getTranslation("courses.upload.processing"));
        status.setHeld(field.getTranslation("courses.upload.held"));
        UploadI18N.Uploading.RemainingTime time = new UploadI18N.Uploading.RemainingTime();
        time.setPrefix(field.getTranslation("courses.upload.remaining"));
        time.setUnknown(field.getTranslation("courses.upload.unknown"));
        UploadI18N.Uploading.Error error = new UploadI18N.Uploading.Error();
        error.setServerUnavailable(field.getTranslation("courses.upload.unavailable"));
        error.setUnexpectedServerError(field.getTranslation("courses.upload.failed"));
        error.setForbidden(field.getTranslation("courses.upload.forbidden"));
        UploadI18N.Uploading uploading = new UploadI18N.Uploading();
        uploading.setStatus(status);
        uploading.setRemainingTime(time);
        uploading.setError(error);
        UploadI18N.Error refused = new UploadI18N.Error();
        refused.setFileIsTooBig(field.getTranslation("courses.upload.too-big", megabytes));
        refused.setIncorrectFileType(field.getTranslation("courses.upload.type", String.join(", ", accepted)));
        refused.setTooManyFiles(field.getTranslation("courses.upload.one"));
        UploadI18N.File file = new UploadI18N.File();
        file.setRetry(field.getTranslation("courses.upload.retry"));
        file.setStart(field.getTranslation("courses.upload.start"));
        file.setRemove(field.getTranslation("courses.upload.remove"));
        UploadI18N words = new UploadI18N();
        words.setUploading(uploading);
        words.setError(refused);
        words.setFile(file);
        words.setUnits(new UploadI18N.Units(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB")));
        return words;
    }
}
