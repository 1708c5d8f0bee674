package org.collegium.credentials.signed;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.Evidence;
import org.collegium.credentials.proof.Contexts;
import org.collegium.shared.Percents;
import org.collegium.shared.messages.Messages;

/** A certificate as an achievement of Open Badges 3.0, not yet signed. Its sentences are in the language of the course. */
final class AchievementDocument {

    private static final String PERCENT_SCALE = "100";

    private final Messages messages;
    private final Locale language;

    AchievementDocument(Messages messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    /**
     * What the document says beside what the certificate says.
     *
     * @param address where the certificate is verified; its id
     * @param earlier where the one before is verified, if others may learn of it
     * @param issuer the DID that signs
     */
    record Said(
            String address,
            Optional<String> earlier,
            String issuer,
            String issuerAddress,
            String image,
            JsonArray status,
            CourseFacts course) {}

    JsonObject of(Certificate certificate, Said said) {
        JsonObjectBuilder document = Json.createObjectBuilder()
                .add("@context", array(Contexts.OF_ACHIEVEMENTS))
                .add("id", said.address())
                .add("type", array(List.of("VerifiableCredential", "OpenBadgeCredential")))
                .add("name", certificate.courseTitle())
                .add("issuer", issuer(certificate, said))
                .add("validFrom", seconds(certificate.issuedAt()));
        Instant until = certificate.validUntil();
        if (until != null) {
            document.add("validUntil", seconds(until));
        }
        return document.add("credentialSubject", subject(certificate, said))
                .add("evidence", new AchievementEvidence(messages, language).of(certificate, said))
                .add("credentialStatus", said.status())
                .build();
    }

    private static JsonObject issuer(Certificate certificate, Said said) {
        return Json.createObjectBuilder()
                .add("id", said.issuer())
                .add("type", array(List.of("Profile")))
                .add("name", certificate.partnerName())
                .add("url", said.issuerAddress())
                .build();
    }

    private JsonObject subject(Certificate certificate, Said said) {
        JsonObjectBuilder subject = Json.createObjectBuilder()
                .add("type", array(List.of("AchievementSubject")))
                .add(
                        "identifier",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "IdentityObject")
                                        .add("hashed", false)
                                        .add("identityHash", certificate.learnerName())
                                        .add("identityType", "name")));
        String result = result(certificate);
        subject.add("achievement", achievement(certificate, said, result));
        if (certificate.evidence().meanScore() != null) {
            subject.add(
                    "result",
                    Json.createArrayBuilder()
                            .add(Json.createObjectBuilder()
                                    .add("type", array(List.of("Result")))
                                    .add("resultDescription", result)
                                    .add("value", percent(certificate.evidence().shownScore()))));
        }
        return subject.build();
    }

    private JsonObject achievement(Certificate certificate, Said said, String result) {
        CourseFacts course = said.course();
        JsonObjectBuilder achievement = Json.createObjectBuilder()
                .add("id", achievementId(certificate))
                .add("type", array(List.of("Achievement")))
                .add("achievementType", "Certificate")
                .add("name", certificate.courseTitle())
                .add("description", description(certificate, course))
                .add("criteria", criteria(certificate, course))
                .add("inLanguage", certificate.language())
                .add("version", Integer.toString(certificate.courseVersion()))
                .add(
                        "image",
                        Json.createObjectBuilder()
                                .add("id", said.image())
                                .add("type", "Image")
                                .add("caption", text("credentials.badge.caption", certificate.courseTitle())))
                .add("creator", issuer(certificate, said))
                .add("tag", array(certificate.evidence().skills()));
        JsonArray alignment = alignment(course);
        if (!alignment.isEmpty()) {
            achievement.add("alignment", alignment);
        }
        if (!course.endorsements().isEmpty()) {
            achievement.add("endorsement", endorsements(course.endorsements()));
        }
        if (certificate.evidence().meanScore() != null) {
            achievement.add("resultDescription", Json.createArrayBuilder().add(resultDescription(result)));
        }
        return achievement.build();
    }

    private JsonObject criteria(Certificate certificate, CourseFacts course) {
        Evidence evidence = certificate.evidence();
        JsonObjectBuilder criteria = Json.createObjectBuilder().add("type", "Criteria");
        course.address().ifPresent(address -> criteria.add("id", address));
        if (certificate.programme()) {
            return criteria.add("narrative", text("credentials.badge.criteria.programme", evidence.units()))
                    .build();
        }
        return criteria.add(
                        "narrative",
                        evidence.byHand() == null ? asked(evidence) : text("credentials.badge.criteria.by-hand"))
                .build();
    }

    private String asked(Evidence evidence) {
        String words = evidence.asked();
        return words == null ? text("credentials.badge.criteria", evidence.units(), evidence.quizzes()) : words;
    }

    private String description(Certificate certificate, CourseFacts course) {
        String outcomes = String.join(" ", certificate.evidence().outcomes());
        String said = course.summary().isBlank() ? outcomes : course.summary() + " " + outcomes;
        String level = course.level()
                .map(found -> text("credentials.badge.level." + found.name()))
                .orElse("");
        String whole = (said.strip() + " " + level).strip();
        return whole.isEmpty() ? certificate.courseTitle() : whole;
    }

    private static JsonArray alignment(CourseFacts course) {
        JsonArrayBuilder alignment = Json.createArrayBuilder();
        course.skills().stream()
                .filter(skill -> skill.esco() != null)
                .forEach(skill -> alignment.add(Json.createObjectBuilder()
                        .add("type", array(List.of("Alignment")))
                        .add("targetName", skill.title())
                        .add("targetUrl", String.valueOf(skill.esco()))
                        .add("targetFramework", "ESCO")
                        .add("targetType", "ext:skill")));
        return alignment.build();
    }

    private JsonObject resultDescription(String id) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("type", array(List.of("ResultDescription")))
                .add("name", text("credentials.badge.mean"))
                .add("resultType", "Percent")
                .add("valueMin", "0")
                .add("valueMax", PERCENT_SCALE)
                .build();
    }

    private static JsonArray endorsements(List<String> signed) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (String document : signed) {
            try (JsonReader reader = Json.createReader(new StringReader(document))) {
                all.add(reader.readObject());
            }
        }
        return all.build();
    }

    /** One for what the file of a version asks for, and one for each other rule, since what was achieved differs (decision 64). */
    private static String achievementId(Certificate certificate) {
        Evidence evidence = certificate.evidence();
        String under = evidence.byHand() == null ? evidence.rule() : "by-hand";
        String version = "achievement/" + certificate.course() + "/" + certificate.courseVersion();
        return named(under == null ? version : version + "/" + under);
    }

    /** What names the achievement of a publication of a programme. */
    static String achievementId(UUID programme, int number) {
        return named("achievement/" + programme + "/" + number);
    }

    private static String result(Certificate certificate) {
        return named("result/" + certificate.course() + "/" + certificate.courseVersion());
    }

    private static String named(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    static String percent(double share) {
        return BigDecimal.valueOf(Percents.shown(share))
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String day(Instant at) {
        return at.toString().substring(0, "2026-11-29".length());
    }

    static JsonArray array(List<String> values) {
        return Json.createArrayBuilder(values).build();
    }
}
