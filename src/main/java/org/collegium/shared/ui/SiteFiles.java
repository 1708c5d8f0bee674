package org.collegium.shared.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The addresses of the built style sheet, script and sprite, each with the hash of its content so it can be kept for ever. */
@Component
public class SiteFiles {

    /** The script that sets formulas and colours code in the text of lessons. */
    public static final String PROSE = versioned("prose/prose.js");

    /** The script of the notebook of labs. */
    public static final String LAB = versioned("labs/lab.js");

    /** The script of a single field for code. */
    public static final String BENCH = versioned("labs/bench.js");

    /** The script of attempts at quizzes. */
    public static final String QUIZ = versioned("quiz/quiz.js");

    /** The script of the editor for YAML in Studio. */
    public static final String YAML = versioned("studio/yaml.js");

    /** The script of the editor for lessons in Studio. */
    public static final String LESSON = versioned("studio/lesson.js");

    /** The script of outlines that are edited in Studio. */
    public static final String OUTLINE = versioned("studio/outline.js");

    /** The script that sends courses in pieces in Studio. */
    public static final String COURSE_UPLOAD = versioned("studio/course-upload.js");

    private static final String VERIFY = versioned("verify/verify.js");

    static final String SPRITE = versioned("icons.svg");

    private final String styles = versioned("site.css");
    private final String script = versioned("site.js");

    public String styles() {
        return styles;
    }

    public String script() {
        return script;
    }

    /** The script that checks files on the page of verification. */
    public String verify() {
        return VERIFY;
    }

    public String prose() {
        return PROSE;
    }

    public String sprite() {
        return SPRITE;
    }

    private static String versioned(String name) {
        String path = "/site/" + name;
        try (@Nullable InputStream content = SiteFiles.class.getResourceAsStream("/META-INF/resources" + path)) {
            if (content == null) {
                return path;
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return path + "?v=" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
