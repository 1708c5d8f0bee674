package org.collegium.courses.ui;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;
import java.util.function.Function;

/** The words of an upload field. */
final class UploadTexts {

    private UploadTexts() {}

    static UploadI18N of(Function<String, String> text) {
        UploadI18N.Uploading.Status status = new UploadI18N.Uploading.Status();
        status.setConnecting(text.apply("courses.upload.connecting"));
        status.setStalled(text.apply("courses.upload.stalled"));
        status.setProcessing(text.apply("courses.upload.processing"));
        status.setHeld(text.apply("courses.upload.held"));
        UploadI18N.Uploading.RemainingTime time = new UploadI18N.Uploading.RemainingTime();
        time.setPrefix(text.apply("courses.upload.remaining"));
        time.setUnknown(text.apply("courses.upload.unknown"));
        UploadI18N.Uploading.Error error = new UploadI18N.Uploading.Error();
        error.setServerUnavailable(text.apply("courses.upload.unavailable"));
        error.setUnexpectedServerError(text.apply("courses.upload.failed"));
        error.setForbidden(text.apply("courses.upload.forbidden"));
        UploadI18N.Uploading uploading = new UploadI18N.Uploading();
        uploading.setStatus(status);
        uploading.setRemainingTime(time);
        uploading.setError(error);
        UploadI18N.Error refused = new UploadI18N.Error();
        refused.setFileIsTooBig(text.apply("courses.upload.too-big"));
        refused.setIncorrectFileType(text.apply("courses.upload.no-zip"));
        refused.setTooManyFiles(text.apply("courses.upload.one"));
        UploadI18N.File file = new UploadI18N.File();
        file.setRetry(text.apply("courses.upload.retry"));
        file.setStart(text.apply("courses.upload.start"));
        file.setRemove(text.apply("courses.upload.remove"));
        UploadI18N words = new UploadI18N();
        words.setUploading(uploading);
        words.setError(refused);
        words.setFile(file);
        words.setUnits(new UploadI18N.Units(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB")));
        return words;
    }
}
