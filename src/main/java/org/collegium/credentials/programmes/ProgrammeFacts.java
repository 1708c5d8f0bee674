package org.collegium.credentials.programmes;

import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;

/** What a signed certificate says of its programme. */
@Component
@Unguarded("called when a certificate is issued by somebody who may, and by the job that signs earlier ones")
public class ProgrammeFacts {

    private final ProgrammeRows programmes;
    private final EndorsementRows endorsements;

    ProgrammeFacts(ProgrammeRows programmes, EndorsementRows endorsements) {
        this.programmes = programmes;
        this.endorsements = endorsements;
    }

    /**
     * Of a programme.
     *
     * @param endorsements what partners signed who agreed to what is published now
     */
    public record Said(String path, String summary, List<String> endorsements) {}

    /** @param programme as a certificate names it. Two queries. */
    public Optional<Said> of(CourseId programme) {
        return programmes
                .find(new ProgrammeId(programme.value()))
                .map(found -> new Said(
                        "/programmes/" + found.slug(),
                        found.published().map(ProgrammeData::summary).orElse(""),
                        endorsements.of(found.id()).stream()
                                .filter(given -> given.number() == found.number())
                                .map(Endorsement::document)
                                .toList()));
    }
}
