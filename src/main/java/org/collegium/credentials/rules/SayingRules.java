package org.collegium.credentials.rules;

import java.util.Locale;
import java.util.Optional;
import org.collegium.courses.CertificateSaying;
import org.collegium.courses.CourseVersion;
import org.collegium.shared.messages.Messages;
import org.springframework.stereotype.Component;

/** Says on public pages what the rule that holds asks for. */
@Component
class SayingRules implements CertificateSaying {

    private final EarningRuleRows rows;
    private final Messages messages;

    SayingRules(EarningRuleRows rows, Messages messages) {
        this.rows = rows;
        this.messages = messages;
    }

    @Override
    public Optional<String> of(CourseVersion version, Locale language) {
        RuleWords words =
                new RuleWords((key, arguments) -> messages.getMessage(key, arguments, language), version.manifest());
        return rows.holding(version.course())
                .map(rule -> messages.getMessage(
                        "credentials.rule.public", new Object[] {words.paragraph(rule.conditions())}, language));
    }
}
