package org.collegium.assessment.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.collegium.assessment.FileKind;
import org.collegium.content.BlobId;
import org.collegium.content.PersonalFiles;

/** A file of which all pieces are there, before it counts. */
record Draft(PersonalFiles files, UUID id, long size) {

    FoundKind kind() throws IOException {
        FoundKind found;
        try (InputStream draft = read()) {
            found = FoundKind.of(draft);
        }
        if (found.kind() != FileKind.TEXT) {
            return found;
        }
        try (InputStream draft = read()) {
            return FoundKind.ofText(draft);
        }
    }

    BlobId hash() throws IOException {
        try (InputStream draft = read();
                DigestInputStream digested = new DigestInputStream(draft, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return BlobId.of(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void keep() throws IOException {
        try (InputStream draft = read()) {
            files.put(draft);
        }
    }

    private InputStream read() throws IOException {
        return files.read(id, size);
    }
}
