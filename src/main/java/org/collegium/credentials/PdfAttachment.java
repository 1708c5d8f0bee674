package org.collegium.credentials;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.collegium.credentials.signed.SignedCredential;

/** Puts the credential into the PDF as a file that belongs to it, as PDF/A-3 (ISO 19005-3, 6.8) asks for. */
public final class PdfAttachment {

    private static final String NAME = "credential.json";
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final COSName FILES = COSName.getPDFName("AF");

    private PdfAttachment() {}

    static byte[] attached(byte[] pdf, SignedCredential credential, Instant issuedAt) {
        return attached(pdf, credential, issuedAt, "Open Badges 3.0 credential");
    }

    /** @param description of the file, for whoever looks at the list of attachments */
    public static byte[] attached(byte[] pdf, SignedCredential credential, Instant issuedAt, String description) {
        byte[] text = credential.document().getBytes(StandardCharsets.UTF_8);
        GregorianCalendar issued = GregorianCalendar.from(ZonedDateTime.ofInstant(issuedAt, ZoneOffset.UTC));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(text));
            file.setSubtype("application/json");
            file.setSize(text.length);
            file.setModDate(issued);
            file.setCreationDate(issued);
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(NAME);
            specification.setFileUnicode(NAME);
            specification.setEmbeddedFile(file);
            specification.setEmbeddedFileUnicode(file);
            specification.setFileDescription(description);
            specification.getCOSObject().setName(RELATIONSHIP, "Source");
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of(NAME, specification));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            COSArray files = new COSArray();
            files.add(specification);
            document.getDocumentCatalog().getCOSObject().setItem(FILES, files);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
