package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.courses.PastImport.End;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@Tag("module")
@FullApplicationTest
@Transactional
class ImportRowsTests {

    private static final Instant BEGUN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LATER = BEGUN.plus(Duration.ofMinutes(3));

    @Autowired
    private ImportRows rows;

    private final UUID id = UUID.randomUUID();
    private final AccountId ada = AccountId.next();

    @Test
    void anImportIsGivenUpOnlyWhenItsNodeIsSilent() {
        rows.begin(id, ada, "course.zip", BEGUN);
        assertThat(end(BEGUN.plusSeconds(10))).contains(End.UNCERTAIN);
        assertThat(end(LATER)).contains(End.INTERRUPTED);
        assertThat(rows.interrupted(ada, LATER)).extracting(PastImport::name).containsExactly("course.zip");

        rows.alive(List.of(id), LATER);

        assertThat(end(LATER.plusSeconds(10))).contains(End.UNCERTAIN);
        assertThat(rows.interrupted(ada, LATER.plusSeconds(10))).isEmpty();
    }

    @Test
    void whatEndedIsNeverGivenUp() {
        CourseId course = CourseId.next();
        rows.begin(id, ada, "course.zip", BEGUN);
        rows.end(id, course);

        assertThat(rows.find(id, ada, LATER))
                .hasValueSatisfying(kept -> assertThat(kept.changed()).contains(course));
        assertThat(end(LATER)).contains(End.KEPT);
        rows.end(id, null);
        assertThat(end(LATER)).contains(End.NOT_KEPT);
        assertThat(rows.interrupted(ada, LATER)).isEmpty();
    }

    @Test
    void beginningAgainIsAnImportThatGoesOn() {
        rows.begin(id, ada, "course.zip", BEGUN);
        rows.end(id, null);

        rows.begin(id, ada, "course.zip", LATER);

        assertThat(end(LATER)).contains(End.UNCERTAIN);
    }

    @Test
    void othersSeeNothingAndErasingTheAccountForgets() {
        rows.begin(id, ada, "n".repeat(600), BEGUN);

        assertThat(rows.find(id, AccountId.next(), LATER)).isEmpty();
        assertThat(rows.dataOf(ada))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
        rows.on(new AccountErased(ada, LATER));
        assertThat(rows.find(id, ada, LATER)).isEmpty();
    }

    @Test
    void oldOnesAreForgottenWhenAnotherBegins() {
        rows.begin(id, ada, "old.zip", BEGUN.minus(Duration.ofDays(31)));

        rows.begin(UUID.randomUUID(), ada, "new.zip", BEGUN);

        assertThat(end(LATER)).isEmpty();
    }

    private Optional<End> end(Instant now) {
        return rows.find(id, ada, now).map(PastImport::end);
    }
}
