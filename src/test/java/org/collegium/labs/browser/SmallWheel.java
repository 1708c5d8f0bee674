package org.collegium.labs.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.labs.notebook.Fingerprint;

/** Wheels of one module in pure Python, and lock files that name them. */
public final class SmallWheel {

    private SmallWheel() {}

    /** A wheel of version 1.0 as the packaging specification has them. */
    public static byte[] of(String module, String source) {
        String info = module + "-1.0.dist-info/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put(module + "/__init__.py", source);
        files.put(info + "METADATA", "Metadata-Version: 2.1\nName: " + module + "\nVersion: 1.0\n");
        files.put(info + "WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        files.put(
                info + "RECORD",
                module + "/__init__.py,,\n" + info + "METADATA,,\n" + info + "WHEEL,,\n" + info + "RECORD,,\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static String fileName(String module) {
        return module + "-1.0-py3-none-any.whl";
    }

    /** A lock file that knows these wheels by the names of their modules. */
    public static String lock(Map<String, byte[]> wheels) {
        Map<String, String> hashes = new LinkedHashMap<>();
        wheels.forEach((module, wheel) -> hashes.put(module, Fingerprint.of(wheel)));
        return PyodideLockTests.json(hashes);
    }
}
