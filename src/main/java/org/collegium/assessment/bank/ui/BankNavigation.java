package org.collegium.assessment.bank.ui;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.collegium.shared.Slug;
import org.springframework.web.util.UriUtils;

/** Leads to the question bank, and to how the quizzes of a course are answered. */
public final class BankNavigation {

    static final String LIST = "studio/questions";
    static final String NEW = LIST + "/new";
    static final String EXCHANGE = LIST + "/exchange";
    static final String SHARED = "studio/library/questions";
    static final String ITEM = LIST + "/:partner/:item";
    static final String VERSIONS = ITEM + "/versions";
    static final String USE = ITEM + "/use";
    static final String QUIZZES = "studio/courses/:course/quizzes";
    static final String QUIZ = QUIZZES + "/:unit";

    private BankNavigation() {}

    /** The questions of whichever partner one works for. */
    public static String list() {
        return "/" + LIST;
    }

    /** The questions that partners let each other copy. */
    static String shared() {
        return "/" + SHARED;
    }

    /** The quizzes of a course. */
    public static String quizzes(UUID course) {
        return course(course) + "/quizzes";
    }

    static String courses() {
        return "/studio/courses";
    }

    static String course(UUID course) {
        return courses() + "/" + course;
    }

    /** Where an author sees a unit of a draft as learners will. */
    static String preview(UUID course, String unitKey) {
        return course(course) + "/units/" + unitKey;
    }

    static String list(Slug partner) {
        return "/" + LIST + "?partner=" + partner.value();
    }

    static String tagged(Slug partner, String tag) {
        return list(partner) + "&tag=" + UriUtils.encodeQueryParam(tag, StandardCharsets.UTF_8);
    }

    static String add(Slug partner, String kind) {
        return "/" + NEW + "?partner=" + partner.value() + "&kind=" + kind;
    }

    static String item(Slug partner, String key) {
        return "/" + LIST + "/" + partner.value() + "/" + key;
    }

    static String versions(Slug partner, String key) {
        return item(partner, key) + "/versions";
    }

    static String use(Slug partner, String key) {
        return item(partner, key) + "/use";
    }

    static String quiz(UUID course, String unitKey) {
        return quizzes(course) + "/" + unitKey;
    }
}
