package org.collegium.assessment.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.content.BlobId;
import org.collegium.content.PersonalFiles;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files that a person handed in, with the files themselves. They go with their attempts, and their contents when nobody has them any more. */
@Component
class PersonsFiles implements PersonalDataExport {

    private static final String FOLDER = "answer-files/";

    private final JdbcClient jdbc;
    private final PersonalFiles files;

    PersonsFiles(JdbcClient jdbc, PersonalFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @Override
    public String name() {
        return "answerFiles";
    }

    /** None of its own: files belong to attempts. */
    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return lines(account);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonalFile> filesOf(AccountId account) {
        return lines(account).stream()
                .map(line -> new PersonalFile(line.file(), target -> copy(new BlobId(line.sha256()), target)))
                .toList();
    }

    private List<Line> lines(AccountId account) {
        return jdbc.sql("""
                        select file.id, file.attempt_id, file.question_key, file.name, file.size, file.media_type, file.sha256,
                            file.stored_at
                        from quiz_answer_file file join quiz_attempt attempt on attempt.id = file.attempt_id
                        where attempt.learner_id = ? and file.stored_at is not null order by file.stored_at, file.id
                        """)
                .param(account.value())
                .query((row, number) -> new Line(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, Timestamp.class).toInstant(),
                        FOLDER + row.getObject(1, UUID.class) + "/" + row.getString(4)))
                .list();
    }

    private void copy(BlobId content, OutputStream target) throws IOException {
        try (InputStream file = files.open(content).orElseThrow(() -> new FileNotFoundException(content.toString()))) {
            file.transferTo(target);
        }
    }

    /** @param file where it lies among the files of the export */
    private record Line(
            UUID attempt,
            String question,
            String name,
            long size,
            String mediaType,
            String sha256,
            Instant storedAt,
            String file) {}
}
