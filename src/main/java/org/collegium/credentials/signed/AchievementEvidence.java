package org.collegium.credentials.signed;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.Evidence;
import org.collegium.shared.messages.Messages;

/** What the achievement of a certificate rests on, as Open Badges 3.0 has it. */
final class AchievementEvidence {

    private final Messages messages;
    private final Locale language;

    AchievementEvidence(Messages messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    JsonArray of(Certificate certificate, AchievementDocument.Said said) {
        CourseFacts course = said.course();
        JsonArrayBuilder all = Json.createArrayBuilder()
                .add(evidence(
                        text(
                                certificate.programme() ? "credentials.badge.programme" : "credentials.badge.course",
                                certificate.courseTitle(),
                                certificate.courseVersion()),
                        whatFor(certificate),
                        "course"));
        course.results()
                .forEach(result -> all.add(evidence(
                        result.title(),
                        result.tests() == null || result.at() == null
                                ? text("credentials.badge.scored", AchievementDocument.percent(result.score()))
                                : text(
                                        "credentials.badge.graded",
                                        AchievementDocument.percent(result.score()),
                                        AchievementDocument.day(result.at()),
                                        result.tests()),
                        result.kind())));
        course.parts().stream().map(this::part).forEach(all::add);
        certificate
                .shownEarlier()
                .flatMap(earlier -> said.earlier().map(address -> earlier(earlier, address)))
                .ifPresent(all::add);
        return all.build();
    }

    private JsonObject part(CourseFacts.Part part) {
        JsonObjectBuilder evidence = Json.createObjectBuilder(evidence(
                part.title(),
                text("credentials.badge.part", part.partner(), AchievementDocument.day(part.issuedAt())),
                "credential"));
        part.address().ifPresent(address -> evidence.add("id", address));
        return evidence.build();
    }

    private JsonObject earlier(Certificate.Earlier earlier, String address) {
        return Json.createObjectBuilder(evidence(
                        text("credentials.badge.earlier", earlier.code().grouped()),
                        text("credentials.badge.earlier." + earlier.kind()),
                        "earlier"))
                .add("id", address)
                .build();
    }

    private String whatFor(Certificate certificate) {
        Evidence evidence = certificate.evidence();
        String byHand = evidence.byHand();
        if (certificate.programme()) {
            return text(
                    "credentials.badge.programme.completed",
                    evidence.units(),
                    AchievementDocument.day(certificate.issuedAt()));
        }
        return byHand == null ? done(certificate, evidence) : text("credentials.evidence.by-hand", byHand);
    }

    private String done(Certificate certificate, Evidence evidence) {
        String day = AchievementDocument.day(certificate.issuedAt());
        String asked = evidence.asked();
        String done = asked == null
                ? text(
                        "credentials.badge.completed",
                        evidence.units(),
                        evidence.quizzes(),
                        certificate.courseVersion(),
                        day)
                : text(
                        "credentials.badge.done",
                        evidence.units(),
                        evidence.quizzes(),
                        certificate.courseVersion(),
                        day,
                        asked);
        return evidence.identified() ? done + " " + text("credentials.badge.identified") : done;
    }

    private static JsonObject evidence(String name, String narrative, String genre) {
        return Json.createObjectBuilder()
                .add("type", AchievementDocument.array(List.of("Evidence")))
                .add("name", name)
                .add("narrative", narrative)
                .add("genre", genre)
                .build();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
