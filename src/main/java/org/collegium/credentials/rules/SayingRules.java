package org.collegium.credentials.rules;

import java.util.Locale;
import java.util.Optional;
import org.collegium.courses.CertificateSaying;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseVersion;
import org.collegium.shared.messages.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says to everybody what the rule that holds asks for: on public pages and in certificates. */
@Component
public class SayingRules implements CertificateSaying {

    private final EarningRuleRows rows;
    private final Messages messages;

    SayingRules(EarningRuleRows rows, Messages messages) {
        this.rows = rows;
        this.messages = messages;
    }

    @Override
    public Optional<String> of(CourseVersion version, Locale language) {
        return rows.holding(version.course())
                .map(rule -> messages.getMessage(
                        "credentials.rule.public", new Object[] {paragraph(rule, version, language)}, language));
    }

    @Override
    public boolean isOffered(CourseVersion version) {
        return version.manifest().metadata().certificate() != null
                || rows.holding(version.course()).isPresent();
    }

    /**
     * In the language of the course; null where a rule asks for all required units and at most the mean that the file of the
     * course asks for.
     */
    public @Nullable String asked(EarningRule rule, CourseVersion version) {
        boolean meanOfItsOwn = rule.asksForMean() && named(rule, version) != null;
        return rule.asksForNothingElse() && !meanOfItsOwn
                ? null
                : paragraph(
                        rule,
                        version,
                        Locale.forLanguageTag(version.manifest().metadata().language()));
    }

    /** What names a rule within a version of a course; null where it asks for what the file asks for. */
    public @Nullable String named(EarningRule rule, CourseVersion version) {
        CertificateRule file = version.manifest().metadata().certificate();
        return file != null && EarningRule.of(file).name().equals(rule.name()) ? null : rule.name();
    }

    private String paragraph(EarningRule rule, CourseVersion version, Locale language) {
        return new RuleWords((key, arguments) -> messages.getMessage(key, arguments, language), version.manifest())
                .paragraph(rule.conditions());
    }
}
