package org.collegium.assessment.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;

/** A file that somebody handed over, and what kind its first bytes say it is. */
final class UploadedFile {

    private UploadedFile() {}

    static boolean isZip(Path place) {
        try (InputStream in = Files.newInputStream(place)) {
            byte[] first = in.readNBytes(2);
            return first.length == 2 && first[0] == 'P' && first[1] == 'K';
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The file; a zip is opened elsewhere, so that nothing of it is read here. */
    static Optional<SourceFile> of(Path place, String name, int largest, FaultSink faults) {
        try {
            if (isZip(place)) {
                return Optional.of(SourceFile.of(name, ""));
            }
            if (Files.size(place) > largest) {
                faults.error(Place.of(name), "exchange-too-large", name, largest / (1024 * 1024));
                return Optional.empty();
            }
            return Optional.of(SourceFile.of(name, Files.readAllBytes(place)));
        } catch (IOException unreadable) {
            faults.error(Place.of(name), "source-unreadable", name);
            return Optional.empty();
        }
    }

    /** Whether the first sign that is no space begins XML. A question in GIFT may begin with a tag, but is not called XML then. */
    static boolean isXml(SourceFile file) {
        byte[] bytes = file.bytes();
        boolean wide = bytes.length > 1 && (bytes[0] & 0xFE) == 0xFE && (bytes[1] & 0xFE) == 0xFE;
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < Math.min(bytes.length, 2_000) && start.length() < 14; i++) {
            char c = (char) (bytes[i] & 0xFF);
            boolean mark = i < 3 && c >= 0xBB;
            if (c > ' ' && !mark) {
                start.append(c);
            }
        }
        String first = start.toString();
        boolean named = SourcePaths.extension(file.path()).equals("xml") && first.startsWith("<");
        return wide
                || named
                || first.startsWith("<?xml")
                || first.startsWith("<quiz>")
                || first.startsWith("<!DOCTYPE")
                || first.startsWith("<assessmentIte")
                || first.startsWith("<qti-");
    }
}
