package org.collegium.courses.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.JobsRest;
import org.collegium.content.IncomingFiles;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.importing.UploadRows.Upload;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityFixtures;
import org.collegium.identity.Role;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.source.SourceLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files in pieces, from the first to the import, and those who want more than is theirs. */
@Tag("module")
@FullApplicationTest
@JobsRest
class CourseUploadsTests {

    private static final byte[] FILE = ImportingFixtures.zip(ImportingFixtures.COURSE, "# One\n\nText.\n");
    private static final int HALF = FILE.length / 2;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CourseUploads uploads;

    @Autowired
    private UploadRows rows;

    @Autowired
    private IncomingFiles files;

    @Autowired
    private SystemActor system;

    @Autowired
    private Clock clock;

    private Partner partner;
    private AccountId author;
    private String ticket;

    @BeforeEach
    void anAuthorHasATicket() {
        partner = CoursesFixtures.partner(beans);
        author = author(partner);
        ticket = ticket(author, partner);
    }

    @AfterEach
    void nobodyIsThere() {
        IdentityFixtures.signIn(null);
    }

    private AccountId author(Partner of) {
        AccountId id = IdentityFixtures.opened(
                beans.getBean(Accounts.class),
                IdentityFixtures.person("Ada Lind", "ada." + UUID.randomUUID() + "@example.org"));
        system.run(
                Set.of(PartnersPermissions.STAFF),
                () -> beans.getBean(Partners.class).appoint(of.id(), id, Role.AUTHOR));
        return id;
    }

    private String ticket(AccountId account, Partner of) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(account, CoursesPermissions.EDIT + "@" + of.id()));
        String token = uploads.ticket(of.id()).token();
        IdentityFixtures.signIn(null);
        return token;
    }

    @Test
    void aFileComesInPiecesAndIsImportedOnce() throws Exception {
        JsonNode begun = ok(begin(FILE.length, sha256(FILE)));
        String id = begun.path("id").asString();
        assertThat(begun.path("received").asLong()).isZero();
        byte[] first = Arrays.copyOf(FILE, HALF);
        byte[] second = Arrays.copyOfRange(FILE, HALF, FILE.length);

        assertThat(ok(piece(id, 0, first)).path("received").asLong()).isEqualTo(HALF);
        MockHttpServletResponse twice = piece(id, 0, first);
        assertThat(twice.getStatus()).isEqualTo(409);
        assertThat(read(twice).path("received").asLong()).isEqualTo(HALF);
        JsonNode again = ok(begin(FILE.length, sha256(FILE)));
        assertThat(again.path("id").asString()).isEqualTo(id);
        assertThat(again.path("received").asLong()).isEqualTo(HALF);
        assertThat(whole(id, sha256(FILE)).getStatus()).isEqualTo(409);

        ok(piece(id, HALF, second));
        String job = ok(whole(id, sha256(FILE))).path("job").asString();
        assertThat(ok(whole(id, sha256(FILE))).path("job").asString()).isEqualTo(job);

        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        beans.getBean(ImportWork.class).on(UUID.fromString(job)).isEmpty());
        assertThat(beans.getBean(ImportRows.class).find(UUID.fromString(job))).hasValueSatisfying(ended -> {
            assertThat(ended.end()).isEqualTo(ImportEnd.CREATED);
            assertThat(ended.begunBy()).isEqualTo(author);
        });
        assertThat(files.all()).doesNotContain(UUID.fromString(id));
        assertThat(rows.all()).doesNotContain(UUID.fromString(id));
    }

    @Test
    void whatWasDamagedIsSentAgainAndWhatWasChangedIsGone() throws Exception {
        String id = ok(begin(FILE.length, sha256(FILE))).path("id").asString();
        MockHttpServletResponse damaged = send(
                put(UploadTicket.ADDRESS + "/" + id + "?at=0").content(FILE).header("Piece-SHA256", "0".repeat(64)));
        assertThat(damaged.getStatus()).isEqualTo(422);
        assertThat(read(damaged).path("problem").asString()).isEqualTo("damaged");
        assertThat(problem(piece(id, 0, Arrays.copyOf(FILE, FILE.length + 1))))
                .as("more than was said")
                .isEqualTo("unreadable");

        ok(piece(id, 0, FILE));
        MockHttpServletResponse changed = whole(id, "0".repeat(64));
        assertThat(changed.getStatus()).isEqualTo(410);
        assertThat(whole(id, sha256(FILE)).getStatus()).isEqualTo(404);
        assertThat(files.all()).doesNotContain(UUID.fromString(id));
    }

    @Test
    void moreThanThereIsRoomForIsRefusedByAWordThatSaysWhy() throws Exception {
        long most = SourceLimits.standard().totalBytes();
        assertThat(problem(begin(0, sha256(FILE)))).isEqualTo("empty");
        assertThat(problem(begin(most + 1, sha256(FILE)))).isEqualTo("large");
        rows.begin(upload(author, most), clock.instant());
        rows.begin(upload(author, most), clock.instant());
        assertThat(problem(begin(1, sha256(FILE)))).isEqualTo("own");
        AccountId colleague = author(partner);
        for (int i = 0; i < 8; i++) {
            rows.begin(upload(AccountId.next(), most), clock.instant());
        }
        ticket = ticket(colleague, partner);
        assertThat(problem(begin(1, sha256(FILE)))).isEqualTo("partner");
    }

    @Test
    void onlyWhoBeganAFileGoesOnWithItAndOnlyWhileTheyMayImport() throws Exception {
        String id = ok(begin(FILE.length, sha256(FILE))).path("id").asString();
        String own = ticket;
        ticket = "";
        assertThat(piece(id, 0, FILE).getStatus()).isEqualTo(401);
        ticket = own.substring(0, own.length() - 2) + "AA";
        assertThat(piece(id, 0, FILE).getStatus()).isEqualTo(401);
        ticket = ticket(author(partner), partner);
        assertThat(piece(id, 0, FILE).getStatus()).isEqualTo(404);
        assertThat(send(delete(UploadTicket.ADDRESS + "/" + id)).getStatus()).isEqualTo(404);

        ticket = own;
        ok(piece(id, 0, FILE));
        system.run(
                Set.of(PartnersPermissions.STAFF),
                () -> beans.getBean(Partners.class).dismiss(partner.id(), author, Role.AUTHOR));
        assertThat(problem(whole(id, sha256(FILE)))).isEqualTo("forbidden");
        assertThat(problem(begin(FILE.length, sha256(new byte[] {1})))).isEqualTo("forbidden");

        IdentityFixtures.signIn(IdentityFixtures.authentication(
                author,
                CoursesPermissions.EDIT + "@" + CoursesFixtures.partner(beans).id()));
        assertThatThrownBy(() -> uploads.ticket(partner.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> uploads.unfinished(partner.id())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatNobodyGoesOnWithIsRemovedAfterADayAndWhatNobodyKnowsAtOnce() throws Exception {
        String id = ok(begin(FILE.length, sha256(FILE))).path("id").asString();
        ok(piece(id, 0, FILE));
        UUID abandoned = UUID.randomUUID();
        files.write(abandoned, "old.zip", 0, FILE);
        rows.begin(
                new Upload(abandoned, partner.id(), author, "old.zip", 1000, 0, "0".repeat(64), 10, null),
                clock.instant().minus(Duration.ofHours(25)));
        UUID unknown = UUID.randomUUID();
        files.write(unknown, "lost.zip", 0, FILE);

        beans.getBean(TidyingImports.class).tidy();

        assertThat(files.all()).contains(UUID.fromString(id)).doesNotContain(abandoned, unknown);
        assertThat(rows.all()).contains(UUID.fromString(id)).doesNotContain(abandoned);
    }

    @Test
    void filesOfAPersonAreExportedAndGoWithTheAccount() throws Exception {
        String id = ok(begin(FILE.length, sha256(FILE))).path("id").asString();
        ok(piece(id, 0, Arrays.copyOf(FILE, HALF)));
        ImportTraces traces = beans.getBean(ImportTraces.class);
        assertThat(traces.dataOf(author).toString()).contains("course.zip");

        traces.on(new AccountErased(author, clock.instant()));
        assertThat(piece(id, HALF, Arrays.copyOfRange(FILE, HALF, FILE.length)).getStatus())
                .isEqualTo(404);
        beans.getBean(TidyingImports.class).tidy();

        assertThat(files.all()).doesNotContain(UUID.fromString(id));
        assertThat(traces.dataOf(author).toString()).doesNotContain("course.zip");
    }

    @Test
    void aFileOnItsWayCanBeTakenBack() throws Exception {
        String id = ok(begin(FILE.length, sha256(FILE))).path("id").asString();
        ok(piece(id, 0, Arrays.copyOf(FILE, HALF)));
        IdentityFixtures.signIn(IdentityFixtures.authentication(author, CoursesPermissions.EDIT + "@" + partner.id()));
        assertThat(uploads.unfinished(partner.id()))
                .singleElement()
                .satisfies(one -> assertThat(List.of(one.size(), one.received()))
                        .containsExactly((long) FILE.length, (long) HALF));

        assertThat(send(delete(UploadTicket.ADDRESS + "/" + id)).getStatus()).isEqualTo(200);

        IdentityFixtures.signIn(IdentityFixtures.authentication(author, CoursesPermissions.EDIT + "@" + partner.id()));
        assertThat(uploads.unfinished(partner.id())).isEmpty();
        assertThat(files.all()).doesNotContain(UUID.fromString(id));
    }

    private Upload upload(AccountId by, long size) {
        return new Upload(UUID.randomUUID(), partner.id(), by, "big.zip", size, 0, "0".repeat(64), 0, null);
    }

    private MockHttpServletResponse begin(long size, String head) throws Exception {
        return send(post(UploadTicket.ADDRESS)
                .content(JsonMapper.shared()
                        .writeValueAsString(new CourseUploads.Wanted("../../course.zip", size, 7, head))));
    }

    private MockHttpServletResponse piece(String id, long at, byte[] piece) throws Exception {
        return send(put(UploadTicket.ADDRESS + "/" + id + "?at=" + at)
                .content(piece)
                .header("Piece-SHA256", sha256(piece)));
    }

    private MockHttpServletResponse whole(String id, String sha256) throws Exception {
        return send(post(UploadTicket.ADDRESS + "/" + id + "/whole?sha256=" + sha256));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header(HttpHeaders.AUTHORIZATION, "Bearer " + ticket))
                .andReturn()
                .getResponse();
    }

    private static JsonNode ok(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        assertThat(answer.getCookies()).isEmpty();
        return read(answer);
    }

    private static String problem(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isGreaterThanOrEqualTo(400);
        return read(answer).path("problem").asString();
    }

    private static JsonNode read(MockHttpServletResponse answer) throws Exception {
        return JsonMapper.shared().readTree(answer.getContentAsString());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
