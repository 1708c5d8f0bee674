package org.collegium.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.JoinResult;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountId;
import org.collegium.identity.Accounts;
import org.collegium.identity.PersonalDataExport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("module")
class PersonsLearningTests extends StudyTest {

    @Autowired
    private List<PersonalDataExport> exports;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Studying studying;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private Offered offered;
    private AccountId ada;

    @BeforeEach
    void adaHasLearned() {
        offered = fixtures.offer(StudyFixtures.smallCourse(), new Terms(null, null, true, 1));
        ada = fixtures.learner("Ada");
        fixtures.signIn(ada);
        enrolments.join(ada, offered.run());
        studying.open(ada, offered.run(), "first-lesson");
        studying.seenToEnd(ada, offered.run(), "first-lesson");
    }

    @Test
    void aPersonTakesAlongWhatTheyDid() {
        assertThat(export("enrolments").get(0).get("run").asString())
                .isEqualTo(offered.run().toString());
        assertThat(export("learning").get("events").get(1).get("kind").asString())
                .isEqualTo("SEEN_TO_END");
        assertThat(export("learning").get("stoppedAt").get(0).get("unit").asString())
                .isEqualTo("first-lesson");
    }

    @Test
    void nothingIsLeftOfAnErasedPersonAndTheirSeatIsFree() {
        accounts.erase(ada);

        for (String table :
                List.of("enrolment", "learning_event", "course_progress", "unit_progress", "resume_point")) {
            assertThat(rows(table)).as(table).isZero();
        }
        AccountId ben = fixtures.learner("Ben");
        assertThat(fixtures.as(ben, () -> enrolments.join(ben, offered.run()))).isInstanceOf(JoinResult.Joined.class);
    }

    private JsonNode export(String part) {
        Object data = exports.stream()
                .filter(export -> export.name().equals(part))
                .findFirst()
                .orElseThrow()
                .dataOf(ada);
        return mapper.valueToTree(data);
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where learner_id = ?")
                .param(ada.value())
                .query(Long.class)
                .single();
    }
}
