package org.collegium.courses.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews as they concern a person. */
@Component
class ReviewListQuery {

    private static final String LISTED = """
            select review.id, course.title, partner.name, review.state, review.round, stage.name,
                (select count(*) from course_review_comment remark where remark.review_id = review.id
                    and remark.answers is null and remark.resolved_at is null and remark.outdated = false),
                review.submitted_at
            """;

    private static final String FROM = """
             from course_review review
            join course on course.id = review.course_id
            join partner on partner.id = review.partner_id
            join course_review_stage stage on stage.review_id = review.id and stage.place = review.stage
            where (:state = '' or review.state = :state)
            and (:pattern = '%%' or course.title like :pattern escape '!' or partner.name like :pattern escape '!') and
            """;

    private static final String TO_DO =
            "review.state = 'OPEN' and " + ReviewPeople.ENTITLED + " and not " + ReviewPeople.INVOLVED + """
             and not exists (select 1 from course_review_decision decision where decision.review_id = review.id
                and decision.round = review.round and decision.decided_by = :person)
            """;
    private static final String MINE =
            "(:everywhere = true or review.partner_id in (:partners) or review.submitted_by = :person)";
    private static final String DONE = "exists (select 1 from course_review_decision decision"
            + " where decision.review_id = review.id and decision.decided_by = :person)";

    private final JdbcClient jdbc;

    ReviewListQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose reviews are asked for.
     *
     * @param everywhere whether the courses of every partner are theirs to edit
     * @param partners whose courses are theirs to edit
     */
    record Reader(AccountId person, boolean everywhere, Set<UUID> partners) {}

    List<ReviewListed> list(Reader reader, ReviewFilter filter, PageRequest page) {
        return of(LISTED, reader, filter, " order by review.submitted_at desc, review.id limit :limit offset :offset")
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> new ReviewListed(
                        new ReviewId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        ReviewState.valueOf(row.getString(4)),
                        row.getInt(5),
                        row.getString(6),
                        row.getInt(7),
                        ReviewRows.instant(row, 8)))
                .list();
    }

    int count(Reader reader, ReviewFilter filter) {
        return of("select count(*)", reader, filter, "").query(Integer.class).single();
    }

    private JdbcClient.StatementSpec of(String select, Reader reader, ReviewFilter filter, String order) {
        boolean mine = filter.whose() == ReviewFilter.Whose.MINE;
        String which = switch (filter.whose()) {
            case TO_DO -> TO_DO;
            case MINE -> MINE;
            case DONE -> DONE;
        };
        JdbcClient.StatementSpec statement = jdbc.sql(select + FROM + which + order)
                .param("state", filter.state() == null ? "" : filter.state().name())
                .param("pattern", LikePattern.anywhere(filter.text().strip()))
                .param("person", reader.person().value());
        return mine
                ? statement
                        .param("everywhere", reader.everywhere())
                        .param("partners", reader.partners().isEmpty() ? Set.of(new UUID(0, 0)) : reader.partners())
                : statement;
    }
}
