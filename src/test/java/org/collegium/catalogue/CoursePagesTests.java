package org.collegium.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Retirements;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partners;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@Tag("module")
@FullApplicationTest
class CoursePagesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Catalogue catalogue;

    private CourseVersion version;
    private String partner;
    private String path;

    @BeforeEach
    void publish() {
        version = CoursesFixtures.publishedCourse(beans);
        partner = beans.getBean(Partners.class)
                .find(version.partner())
                .orElseThrow()
                .data()
                .slug()
                .value();
        path = "/courses/" + partner + "/fixture-course";
    }

    @Test
    void aPublishedCourseHasAPageForEverybody() throws Exception {
        mvc.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<h1 lang=\"en\">A first course</h1>")))
                .andExpect(content().string(containsString("Explain what a model is.")))
                .andExpect(content().string(containsString("Learning from examples")))
                .andExpect(content().string(containsString("2 questions")))
                .andExpect(content().string(containsString("Join the course")))
                .andExpect(header().doesNotExist("Set-Cookie"));
    }

    @Test
    void pagesOfCoursesAndPartnersAreSentAnewOnlyWhenTheyChanged() throws Exception {
        for (String page : List.of(path, path + "/sample/what-is-a-model", "/partners", "/partners/" + partner)) {
            String known = mvc.perform(get(page))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getHeader("ETag");
            assertThat(known).as(page).isNotNull();
            mvc.perform(get(page).header("If-None-Match", String.valueOf(known)))
                    .andExpect(status().isNotModified());
        }
    }

    @Test
    void aSampleLessonIsOpenAndOtherUnitsAreNot() throws Exception {
        mvc.perform(get(path + "/sample/what-is-a-model"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("A model is a rule made from examples.")))
                .andExpect(header().doesNotExist("Set-Cookie"));
        mvc.perform(get(path + "/sample/quiz-models")).andExpect(status().isNotFound());
        mvc.perform(get(path + "/sample/nothing")).andExpect(status().isNotFound());
    }

    @Test
    void aCourseShowsThePictureThatItBrings() throws Exception {
        String drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 1'><path d='M0 0h2v1H0z'/></svg>";
        SourceFile cover = SourceFile.of("assets/cover.svg", drawing.getBytes(StandardCharsets.UTF_8));
        CoursesFixtures.publish(
                beans,
                CoursesFixtures.draft(
                        beans,
                        beans.getBean(Partners.class).find(version.partner()).orElseThrow(),
                        CoursesFixtures.acceptedWithCover("pictured", cover, "Penguins & a line")));
        String address = "/content/" + cover.sha256() + "/cover.svg";

        for (String page : List.of("/courses/" + partner + "/pictured", "/partners/" + partner)) {
            mvc.perform(get(page))
                    .andExpect(content().string(containsString("src=\"" + address + "\"")))
                    .andExpect(content().string(containsString("alt=\"Penguins &amp; a line\"")));
        }
        mvc.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("image/svg+xml"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().doesNotExist("Set-Cookie"));
    }

    @Test
    void theQuizsAnswersAreNowhereOnThePage() throws Exception {
        mvc.perform(get(path)).andExpect(content().string(not(containsString("is too simple for the data"))));
    }

    @Test
    void aRetiredCourseSaysSinceWhenWhyAndWhatIsThereInItsPlace() throws Exception {
        CourseVersion next = CoursesFixtures.publish(
                beans,
                CoursesFixtures.draft(
                        beans,
                        beans.getBean(Partners.class).find(version.partner()).orElseThrow(),
                        CoursesFixtures.accepted("in-its-place")));
        mvc.perform(get(path)).andExpect(status().isOk());
        retire("The data of <lesson> 3 are old.", next.course());

        for (String address : List.of(path, path + "/sample/why-models")) {
            mvc.perform(get(address))
                    .andExpect(status().isGone())
                    .andExpect(header().string("Cache-Control", containsString("no-store")))
                    .andExpect(content().string(containsString("lang=\"en\">A first course</h1>")))
                    .andExpect(content().string(containsString("The data of &lt;lesson&gt; 3 are old.")))
                    .andExpect(content().string(containsString("href=\"/courses/" + partner + "/in-its-place\"")))
                    .andExpect(content().string(containsString("content=\"noindex\"")));
        }
        assertThat(catalogue.find(partner, "fixture-course")).isEmpty();
    }

    @Test
    void aCourseThatWasNeverPublishedIsNotSaidToHaveLeft() throws Exception {
        CoursesFixtures.draft(
                beans,
                beans.getBean(Partners.class).find(version.partner()).orElseThrow(),
                CoursesFixtures.accepted("never-there"));

        mvc.perform(get("/courses/" + partner + "/never-there")).andExpect(status().isNotFound());
    }

    private void retire(String message, @Nullable CourseId successor) {
        beans.getBean(SystemActor.class).call(Set.of(CoursesPermissions.PUBLISH), () -> {
            beans.getBean(Retirements.class).atOnce(version.course(), message, successor);
            return true;
        });
    }

    @Test
    void aMemberShowsItsCourses() throws Exception {
        mvc.perform(get("/partners/" + partner))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("A first course")));
        mvc.perform(get("/partners/No Such!")).andExpect(status().isNotFound());
    }

    @Test
    void theMembersComeInPages() throws Exception {
        int all = beans.getBean(Partners.class).count("");
        String pages = IntStream.rangeClosed(1, (all + 23) / 24)
                .mapToObj(this::members)
                .collect(Collectors.joining());

        assertThat(pages).contains("/partners/" + partner);
        assertThat(pages.split("class=\"cat-card cat-member\"", -1)).hasSize(all + 1);
        assertThat(members(100_000)).as("behind the last page").contains("class=\"cat-card cat-member\"");
        mvc.perform(get("/partners?page=-1")).andExpect(status().isOk());
        mvc.perform(get("/partners?page=x")).andExpect(status().isOk());
    }

    private String members(int page) {
        try {
            return mvc.perform(get("/partners").param("page", Integer.toString(page)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void anUnknownCourseIsNotFound() throws Exception {
        mvc.perform(get("/courses/" + partner + "/nothing-here").accept(MediaType.TEXT_HTML))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("<h1 class=\"c-empty-title\">Page not found</h1>")));
        mvc.perform(get("/courses/" + partner + "/nothing-here").accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString("<html"))));
    }
}
