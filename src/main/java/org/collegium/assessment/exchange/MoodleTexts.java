package org.collegium.assessment.exchange;

import java.util.List;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.Question;

/** Writes what Moodle asks for as an essay: texts at length, and files. */
final class MoodleTexts {

    private MoodleTexts() {}

    static void essay(XmlWriter xml, Writing writing, Question.Essay essay) {
        writing.lostUnless(essay.rubric().none(), "rubric");
        xml.leaf("responseformat", "editor").leaf("responserequired", "1").leaf("responsefieldlines", "15");
        if (essay.words().least() > 0) {
            xml.leaf("minwordlimit", Integer.toString(essay.words().least()));
        }
        if (essay.words().most() > 0) {
            xml.leaf("maxwordlimit", Integer.toString(essay.words().most()));
        }
        xml.leaf("attachments", "0").leaf("attachmentsrequired", "0");
    }

    /** A text is not asked for; Moodle says how large files may be for all of them alike. */
    static void files(XmlWriter xml, Writing writing, FileUpload upload) {
        writing.lostUnless(upload.rubric().none(), "rubric");
        xml.leaf("responseformat", "noinline").leaf("responserequired", "0");
        xml.leaf("attachments", Integer.toString(upload.files().most())).leaf("attachmentsrequired", "1");
        xml.leaf("maxbytes", Long.toString(upload.files().bytes()));
        xml.leaf("filetypeslist", MoodleFileTypes.of(upload.files().kinds()));
    }

    static void tags(XmlWriter xml, List<String> tags) {
        if (!tags.isEmpty()) {
            xml.open("tags");
            tags.forEach(tag -> xml.open("tag").leaf("text", tag).close());
            xml.close();
        }
    }
}
